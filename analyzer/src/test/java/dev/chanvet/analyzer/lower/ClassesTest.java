package dev.chanvet.analyzer.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Constructors, initializers, inner, local and anonymous classes, records and enums. */
class ClassesTest {
  @Test
  void fieldInitializersComeBeforeTheBody() {
    Lowered lowered =
        Lowered.members(
            """
            int a = 1;
            T() {
              a = 3;
            }
            {
              a = 2;
            }
            """);
    assertThat(lowered.print("T.<init>"))
        .isEqualTo(
            """
            function t.T.<init>() (this)
              b0:
                t1 = 1
                this.a = t1
                t2 = 2
                this.a = t2
                t3 = 3
                this.a = t3
                return
            """);
  }

  @Test
  void aConstructorThatCallsAnotherLeavesThemToIt() {
    Lowered lowered =
        Lowered.members(
            """
            int a = 1;
            T() {
              this(2);
            }
            T(int b) {
              a = b;
            }
            """);
    assertThat(lowered.print("T.<init>"))
        .isEqualTo(
            """
            function t.T.<init>() (this)
              b0:
                t1 = 2
                invoke this.special t.T.<init>(t1)
                return
            function t.T.<init>(int) (this, b)
              b0:
                t2 = 1
                this.a = t2
                this.a = b
                return
            """);
  }

  @Test
  void aSuperclassIsInitialisedFirst() {
    Lowered lowered =
        Lowered.members(
            """
            static class B {
              B(int n) {}
            }
            static class D extends B {
              int k = 1;
              D(int n) {
                if (n < 0) n = 0;
                super(n);
                k = n;
              }
            }
            """);
    assertThat(lowered.print("T.D.<init>"))
        .isEqualTo(
            """
            function t.T.D.<init>(int) (this, n)
              b0:
                t2 = 0
                t3 = n < t2
                branch t3 b1 b2
              b1:
                n = 0
                goto b2
              b2:
                invoke this.special t.T.B.<init>(n)
                t4 = 1
                this.k = t4
                this.k = n
                return
            """);
  }

  @Test
  void staticInitializersInOrder() {
    Lowered lowered =
        Lowered.members(
            """
            static int a = 1;
            static {
              a = 2;
            }
            static final Channel<Integer> C = Channel.make();
            """);
    assertThat(lowered.print("T.<clinit>"))
        .isEqualTo(
            """
            function t.T.<clinit> ()
              b0:
                t0 = 1
                static t.T.a = t0
                t1 = 2
                static t.T.a = t1
                t2 = invoke static dev.chanvet.runtime.Channel.make() // C
                static t.T.C = t2
                return
            """);
  }

  @Test
  void anInnerClassHoldsItsOuterObject() {
    Lowered lowered =
        Lowered.members(
            """
            int n;
            class In {
              int k = n;
              class Deep {
                int j = n + k;
              }
            }
            In.Deep m() {
              return new In().new Deep();
            }
            """);
    assertThat(lowered.print("T."))
        .isEqualTo(
            """
            function t.T.<init>() (this)
              b0:
                return
            function t.T.In.<init>() (this)
              b0:
                t1 = this.this$0
                t2 = t1.n
                this.k = t2
                return
            function t.T.In.Deep.<init>() (this)
              b0:
                t1 = this.this$0
                t2 = t1.this$0
                t3 = t2.n
                t4 = this.this$0
                t5 = t4.k
                t6 = t3 + t5
                this.j = t6
                return
            function t.T.m() (this)
              b0:
                t1 = new t.T.In
                t1.this$0 = this
                invoke t1.special t.T.In.<init>()
                t2 = new t.T.In.Deep
                t2.this$0 = t1
                invoke t2.special t.T.In.Deep.<init>()
                return t2
            """);
  }

  @Test
  void aSubclassOfAnInnerClassHoldsTwo() {
    Lowered lowered =
        Lowered.members(
            """
            class A { }
            class B extends A { }
            Object m() {
              return new B();
            }
            """);
    assertThat(lowered.print("T."))
        .isEqualTo(
            """
            function t.T.<init>() (this)
              b0:
                return
            function t.T.A.<init>() (this)
              b0:
                return
            function t.T.B.<init>() (this)
              b0:
                t1 = this.this$0
                this.this$0 = t1
                invoke this.special t.T.A.<init>()
                return
            function t.T.m() (this)
              b0:
                t1 = new t.T.B
                t1.this$0 = this
                invoke t1.special t.T.B.<init>()
                return t1
            """);
  }

  @Test
  void anAnonymousClassHoldsVariables() {
    Lowered lowered =
        Lowered.members(
            """
            Runnable m(Channel<Integer> c) {
              int n = 1;
              return new Runnable() {
                int k = n;
                public void run() {
                  c.close();
                  m(null);
                }
              };
            }
            """);
    assertThat(lowered.print("T."))
        .isEqualTo(
            """
            function t.T.1.<init>() (this)
              b0:
                t1 = this.val$n
                this.k = t1
                return
            function t.T.1.run() (this)
              b0:
                t1 = this.val$c
                invoke t1.close()
                t2 = this.this$0
                t3 = null
                invoke t2.m(t3)
                return
            function t.T.<init>() (this)
              b0:
                return
            function t.T.m(Channel) (this, c)
              b0:
                n = 1
                t3 = new t.T.1
                t3.this$0 = this
                t3.val$n = n
                t3.val$c = c
                invoke t3.special t.T.1.<init>()
                return t3
            """);
  }

  @Test
  void anAnonymousClassHandsItsArgumentsOn() {
    Lowered lowered =
        Lowered.members(
            """
            abstract static class A {
              A(int n, String s) {}
            }
            static Object m() {
              return new A(1, "x") {};
            }
            """);
    assertThat(lowered.print("T."))
        .isEqualTo(
            """
            function t.T.1.<init>(argument0,argument1) (this, argument0, argument1)
              b0:
                invoke this.special t.T.A.<init>(argument0, argument1)
                return
            function t.T.<init>() (this)
              b0:
                return
            function t.T.A.<init>(int,String) (this, n, s)
              b0:
                return
            function t.T.m() ()
              b0:
                t0 = 1
                t1 = "x"
                t2 = new t.T.1
                invoke t2.special t.T.1.<init>(t0, t1)
                return t2
            """);
  }

  @Test
  void aLocalClassMakesMoreOfItself() {
    Lowered lowered =
        Lowered.members(
            """
            Object m(int q) {
              class L {
                L next() {
                  return new L();
                }
                int v() {
                  return q;
                }
              }
              return new L();
            }
            """);
    assertThat(lowered.print("T."))
        .isEqualTo(
            """
            function t.T.1L.<init>() (this)
              b0:
                return
            function t.T.1L.next() (this)
              b0:
                t1 = new t.T.1L
                t2 = this.this$0
                t1.this$0 = t2
                t3 = this.val$q
                t1.val$q = t3
                invoke t1.special t.T.1L.<init>()
                return t1
            function t.T.1L.v() (this)
              b0:
                t1 = this.val$q
                return t1
            function t.T.<init>() (this)
              b0:
                return
            function t.T.m(int) (this, q)
              b0:
                t2 = new t.T.1L
                t2.this$0 = this
                t2.val$q = q
                invoke t2.special t.T.1L.<init>()
                return t2
            """);
  }

  @Test
  void aLocalClassMadeInAnother() {
    Lowered lowered =
        Lowered.members(
            """
            static Object m(int q) {
              class A {
                int v() {
                  return q;
                }
              }
              class B {
                A a = new A();
              }
              return new B();
            }
            """);
    assertThat(lowered.print("T."))
        .isEqualTo(
            """
            function t.T.1A.<init>() (this)
              b0:
                return
            function t.T.1A.v() (this)
              b0:
                t1 = this.val$q
                return t1
            function t.T.2B.<init>() (this)
              b0:
                t1 = new t.T.1A
                t2 = this.val$q
                t1.val$q = t2
                invoke t1.special t.T.1A.<init>() // a
                this.a = t1
                return
            function t.T.<init>() (this)
              b0:
                return
            function t.T.m(int) (q)
              b0:
                t1 = new t.T.2B
                t1.val$q = q
                invoke t1.special t.T.2B.<init>()
                return t1
            """);
  }

  @Test
  void aRecord() {
    Lowered lowered =
        Lowered.members(
            """
            record R(Channel<Integer> c, int n) {
              R {
                if (n < 0) n = 0;
              }
              static int k;
            }
            """);
    assertThat(lowered.print("T.R"))
        .isEqualTo(
            """
            function t.T.R.<init>(Channel,int) (this, c, n)
              b0:
                t3 = 0
                t4 = n < t3
                branch t4 b1 b2
              b1:
                n = 0
                goto b2
              b2:
                this.c = c
                this.n = n
                return
            function t.T.R.c() (this)
              b0:
                t1 = this.c
                return t1
            function t.T.R.n() (this)
              b0:
                t1 = this.n
                return t1
            """);
  }

  @Test
  void aRecordWithItsOwnParts() {
    Lowered lowered =
        Lowered.members(
            """
            record R(int n) {
              R(int n) {
                this.n = n + 1;
              }
              R() {
                this(2);
              }
              public int n() {
                return 7;
              }
            }
            """);
    assertThat(lowered.print("T.R"))
        .isEqualTo(
            """
            function t.T.R.<init>() (this)
              b0:
                t1 = 2
                invoke this.special t.T.R.<init>(t1)
                return
            function t.T.R.<init>(int) (this, n)
              b0:
                t2 = 1
                t3 = n + t2
                this.n = t3
                return
            function t.T.R.n() (this)
              b0:
                t1 = 7
                return t1
            """);
  }

  @Test
  void anEnum() {
    Lowered lowered =
        Lowered.members(
            """
            enum E {
              A, B(2) {
                int v() {
                  return 1;
                }
              };
              final int n;
              E() {
                this(0);
              }
              E(int n) {
                this.n = n;
              }
              int v() {
                return n;
              }
            }
            """);
    assertThat(lowered.print("T.E"))
        .isEqualTo(
            """
            function t.T.E.1.<init>(argument0) (this, argument0)
              b0:
                invoke this.special t.T.E.<init>(argument0)
                return
            function t.T.E.1.v() (this)
              b0:
                t1 = 1
                return t1
            function t.T.E.<clinit> ()
              b0:
                t0 = new t.T.E
                t1 = "A"
                t0.$name = t1
                t2 = 0
                t0.$ordinal = t2
                invoke t0.special t.T.E.<init>() // A
                static t.T.E.A = t0
                t3 = 2
                t4 = new t.T.E.1
                t5 = "B"
                t4.$name = t5
                t6 = 1
                t4.$ordinal = t6
                invoke t4.special t.T.E.1.<init>(t3) // B
                static t.T.E.B = t4
                return
            function t.T.E.<init>() (this)
              b0:
                t1 = 0
                invoke this.special t.T.E.<init>(t1)
                return
            function t.T.E.<init>(int) (this, n)
              b0:
                this.n = n
                return
            function t.T.E.name() (this)
              b0:
                t1 = this.$name
                return t1
            function t.T.E.ordinal() (this)
              b0:
                t1 = this.$ordinal
                return t1
            function t.T.E.v() (this)
              b0:
                t1 = this.n
                return t1
            function t.T.E.valueOf(String) (name)
              b0:
                t1 = "A"
                t2 = equals(name, t1)
                branch t2 b1 b2
              b1:
                t3 = static t.T.E.A
                return t3
              b2:
                t4 = "B"
                t5 = equals(name, t4)
                branch t5 b3 b4
              b3:
                t6 = static t.T.E.B
                return t6
              b4:
                t7 = new java.lang.IllegalArgumentException
                invoke t7.special java.lang.IllegalArgumentException.<init>()
                throw t7
            function t.T.E.values() ()
              b0:
                t0 = 2
                t1 = new t.T.E[t0]
                t2 = 0
                t3 = static t.T.E.A
                t1[t2] = t3
                t4 = 1
                t5 = static t.T.E.B
                t1[t4] = t5
                return t1
            """);
  }

  @Test
  void constantsOfAnInterface() {
    Lowered lowered =
        Lowered.members(
            """
            interface I {
              int N = 3;
              void k();
              default int m() {
                return N;
              }
            }
            """);
    assertThat(lowered.print("T.I"))
        .isEqualTo(
            """
            function t.T.I.<clinit> ()
              b0:
                t0 = 3
                static t.T.I.N = t0
                return
            function t.T.I.k() (this)
            function t.T.I.m() (this)
              b0:
                t1 = static t.T.I.N
                return t1
            """);
  }
}
