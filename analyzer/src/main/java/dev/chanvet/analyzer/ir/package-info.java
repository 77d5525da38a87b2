/**
 * The intermediate representation: what a Java program does with channels, as small instructions on
 * registers.
 *
 * <p>In: nothing (this package is data). Out: a {@link dev.chanvet.analyzer.ir.Program} of {@link
 * dev.chanvet.analyzer.ir.Function}s, each a control-flow graph of {@link
 * dev.chanvet.analyzer.ir.BasicBlock}s. Never done here: parsing, resolving, running.
 *
 * <p>The representation is executable and dynamically typed: a call names a method, and the value
 * of its receiver decides at run time which function that is. So {@code var c = service.channel();
 * c.send(1);} needs no static type. A library class is a <em>model</em>: Java source that is
 * lowered as user code is, and whose methods end in {@link dev.chanvet.analyzer.ir.Primitive}s.
 *
 * <pre>
 *   void pump(Channel in, Channel out) {          function pump(this, in, out)
 *     Integer v = in.receive();                     b0: v = invoke in.receive()
 *     if (v != null) out.send(v);                       t0 = null
 *   }                                                   t1 = v != t0
 *                                                       branch t1 b1 b2
 *                                                   b1: invoke out.send(v)
 *                                                       goto b2
 *                                                   b2: return
 * </pre>
 */
@NullMarked
package dev.chanvet.analyzer.ir;

import org.jspecify.annotations.NullMarked;
