package dev.chanvet.analyzer.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Switches of both styles, over constants, texts, enums and patterns. */
class SwitchesTest {
  @Test
  void oldStyleFallsThrough() {
    Lowered lowered =
        Lowered.members(
            """
            int m(int k) {
              int n = 0;
              switch (k) {
                case 1: n = 1;
                case 2: n = 2;
                break;
                default: n = 3;
                case 4: n = 4;
              }
              return n;
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(int) (this, k)
              b0:
                n = 0
                t3 = k
                t5 = 1
                t4 = equals(t3, t5)
                branch t4 b3 b1
              b1:
                t7 = 2
                t6 = equals(t3, t7)
                branch t6 b4 b2
              b2:
                t9 = 4
                t8 = equals(t3, t9)
                branch t8 b6 b5
              b3:
                n = 1
                goto b4
              b4:
                n = 2
                goto b7
              b5:
                n = 3
                goto b6
              b6:
                n = 4
                goto b7
              b7:
                return n
            """);
  }

  @Test
  void newStyleDoesNot() {
    Lowered lowered =
        Lowered.members(
            """
            void m(String s) {
              switch (s) {
                case "a", "b" -> go(null);
                case "c" -> {
                  return;
                }
                default -> throw new IllegalStateException();
              }
              go(null);
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(String) (this, s)
              b0:
                t2 = s
                invoke t2.getClass()
                t4 = "a"
                t3 = equals(t2, t4)
                branch t3 b3 b1
              b1:
                t6 = "b"
                t5 = equals(t2, t6)
                branch t5 b3 b2
              b2:
                t8 = "c"
                t7 = equals(t2, t8)
                branch t7 b4 b5
              b3:
                t9 = null
                invoke static dev.chanvet.runtime.Go.go(t9)
                t11 = null
                invoke static dev.chanvet.runtime.Go.go(t11)
                return
              b4:
                return
              b5:
                t10 = new java.lang.IllegalStateException
                invoke t10.special java.lang.IllegalStateException.<init>()
                throw t10
            """);
  }

  @Test
  void anExpressionYields() {
    Lowered lowered =
        Lowered.members(
            """
            int m(int k) {
              return switch (k) {
                case 1: yield 1;
                case 2: {
                  k++;
                  yield k;
                }
                default: yield 0;
              };
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(int) (this, k)
              b0:
                t3 = k
                t5 = 1
                t4 = equals(t3, t5)
                branch t4 b2 b1
              b1:
                t7 = 2
                t6 = equals(t3, t7)
                branch t6 b3 b4
              b2:
                t2 = 1
                goto b5
              b3:
                t8 = 1
                k = k + t8
                t2 = k
                goto b5
              b4:
                t2 = 0
                goto b5
              b5:
                return t2
            """);
  }

  @Test
  void constantsOfAnEnum() {
    Lowered lowered =
        Lowered.members(
            """
            enum E {
              A, B
            }
            int m(E e) {
              return switch (e) {
                case A -> 1;
                case B -> 2;
              };
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(E) (this, e)
              b0:
                t3 = e
                invoke t3.getClass()
                t5 = static t.T.E.A
                t4 = t3 == t5
                branch t4 b1 b2
              b1:
                t2 = 1
                goto b3
              b2:
                t2 = 2
                goto b3
              b3:
                return t2
            """);
  }

  @Test
  void constantsOfAnEnumWhoseTypeIsUnknown() {
    Lowered lowered =
        Lowered.members(
            """
            void m(Supplier<?> s) {
              switch (s.get()) {
                case A -> go(null);
                default -> {}
              }
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(Supplier) (this, s)
              b0:
                t2 = invoke s.get()
                invoke t2.getClass()
                t4 = invoke t2.name()
                t5 = "A"
                t3 = equals(t4, t5)
                branch t3 b1 b2
              b1:
                t6 = null
                invoke static dev.chanvet.runtime.Go.go(t6)
                goto b2
              b2:
                return
            """);
  }

  @Test
  void patternsWithGuards() {
    Lowered lowered =
        Lowered.members(
            """
            int m(Object o) {
              return switch (o) {
                case null -> 0;
                case String s when s.isEmpty() -> 1;
                case String s -> s.length();
                case Integer i -> i;
                default -> 2;
              };
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(Object) (this, o)
              b0:
                t3 = o
                t5 = null
                t4 = t3 == t5
                branch t4 b7 b1
              b1:
                t6 = t3 instanceof java.lang.String
                branch t6 b2 b3
              b2:
                s = (java.lang.String) t3
                t8 = invoke s.isEmpty()
                branch t8 b8 b3
              b3:
                t9 = t3 instanceof java.lang.String
                branch t9 b4 b5
              b4:
                s = (java.lang.String) t3
                t2 = invoke s.length()
                goto b10
              b5:
                t11 = t3 instanceof java.lang.Integer
                branch t11 b6 b9
              b6:
                i = (java.lang.Integer) t3
                t2 = i
                goto b10
              b7:
                t2 = 0
                goto b10
              b8:
                t2 = 1
                goto b10
              b9:
                t2 = 2
                goto b10
              b10:
                return t2
            """);
  }

  @Test
  void theLastOfAllPatternsIsSure() {
    Lowered lowered =
        Lowered.members(
            """
            sealed interface S permits A, B {}
            record A(Integer x) implements S {}
            record B(String y) implements S {}
            void m(S s) {
              switch (s) {
                case A(Integer x) when x == null -> go(null);
                case A(Integer x) -> k(x);
                case B(var y) -> y.length();
              }
            }
            void k(Integer x) {}
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(S) (this, s)
              b0:
                t2 = s
                invoke t2.getClass()
                t3 = t2 instanceof t.T.A
                branch t3 b1 b2
              b1:
                t4 = (t.T.A) t2
                t5 = invoke t4.x()
                x = (java.lang.Integer) t5
                t7 = null
                t8 = x == t7
                branch t8 b5 b2
              b2:
                t9 = t2 instanceof t.T.A
                branch t9 b3 b4
              b3:
                t10 = (t.T.A) t2
                t11 = invoke t10.x()
                x = (java.lang.Integer) t11
                invoke this.k(x)
                goto b6
              b4:
                t13 = (t.T.B) t2
                t14 = invoke t13.y()
                y = t14
                invoke y.length()
                goto b6
              b5:
                t16 = null
                invoke static dev.chanvet.runtime.Go.go(t16)
                goto b6
              b6:
                return
            """);
  }

  @Test
  void nestedPatterns() {
    Lowered lowered =
        Lowered.members(
            """
            record P<X>(X a, Object b) {}
            boolean m(Object o) {
              return o instanceof P(String s, P(var t, _)) && s == t;
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(Object) (this, o)
              b0:
                t3 = o instanceof t.T.P
                branch t3 b1 b6
              b1:
                t4 = (t.T.P) o
                t5 = invoke t4.a()
                t7 = null
                t6 = t5 == t7
                branch t6 b3 b2
              b2:
                t8 = t5 instanceof java.lang.String
                branch t8 b3 b6
              b3:
                s = (java.lang.String) t5
                t10 = invoke t4.b()
                t11 = t10 instanceof t.T.P
                branch t11 b4 b6
              b4:
                t12 = (t.T.P) t10
                t13 = invoke t12.a()
                t = t13
                t15 = invoke t12.b()
                t16 = s == t
                branch t16 b5 b6
              b5:
                t2 = true
                goto b7
              b6:
                t2 = false
                goto b7
              b7:
                return t2
            """);
  }

  @Test
  void withoutADefaultAnythingElsePasses() {
    Lowered lowered =
        Lowered.members(
            """
            void m(int k) {
              switch (k) {
                case 1 -> go(null);
              }
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(int) (this, k)
              b0:
                t2 = k
                t4 = 1
                t3 = equals(t2, t4)
                branch t3 b1 b2
              b1:
                t5 = null
                invoke static dev.chanvet.runtime.Go.go(t5)
                goto b2
              b2:
                return
            """);
  }

  @Test
  void aYieldOutOfATry() {
    Lowered lowered =
        Lowered.members(
            """
            int m(int k) {
              return switch (k) {
                default -> {
                  try {
                    yield k;
                  } finally {
                    k = 2;
                  }
                }
              };
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(int) (this, k)
              b0:
                t3 = k
                k = 2
                t2 = k
                return t2
            """);
  }

  @Test
  void breakAndContinueThroughASwitch() {
    Lowered lowered =
        Lowered.members(
            """
            void m(int k) {
              for (;;) {
                switch (k) {
                  case 1: continue;
                  case 2: break;
                  default: return;
                }
                k++;
              }
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(int) (this, k)
              b0:
                goto b1
              b1:
                t2 = k
                t4 = 1
                t3 = equals(t2, t4)
                branch t3 b1 b2
              b2:
                t6 = 2
                t5 = equals(t2, t6)
                branch t5 b4 b3
              b3:
                return
              b4:
                t7 = 1
                k = k + t7
                goto b1
            """);
  }
}
