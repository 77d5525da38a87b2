package dev.chanvet.analyzer.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Inner, local and anonymous classes, and what their objects hold of their surroundings. */
class InnerClassesTest {
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
}
