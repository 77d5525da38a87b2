package dev.chanvet.analyzer.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Constructors and initializers. */
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
