package dev.chanvet.analyzer.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How a call looks for its function. */
class CallsTest {
  @Test
  void onAValueOfADeclaredType() {
    Lowered lowered =
        Lowered.members(
            """
            void m(SendChannel<Integer> c) throws Exception {
              c.send(1);
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(SendChannel) (this, c)
              b0:
                t2 = 1
                invoke c.send(t2)
                return
            """);
  }

  @Test
  void onTheResultOfACall() {
    Lowered lowered =
        Lowered.members(
            """
            Channel<Integer> c() {
              return null;
            }
            void m() {
              c().close();
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m() (this)
              b0:
                t1 = invoke this.c()
                invoke t1.close()
                return
            """);
  }

  @Test
  void onNobodyKnowsWhat() {
    Lowered lowered =
        Lowered.members(
            """
            void m(Supplier<Channel<Integer>> s) {
              var c = s.get();
              c.close();
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(Supplier) (this, s)
              b0:
                c = invoke s.get() // c
                invoke c.close()
                return
            """);
  }

  @Test
  void unqualifiedInTheOwnClass() {
    Lowered lowered =
        Lowered.members(
            """
            void k() {}
            static void s() {}
            void m() {
              k();
              s();
              this.k();
              T.s();
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m() (this)
              b0:
                invoke this.k()
                invoke static t.T.s()
                invoke this.k()
                invoke static t.T.s()
                return
            """);
  }

  @Test
  void unqualifiedInAnEnclosingClass() {
    Lowered lowered =
        Lowered.members(
            """
            void k() {}
            class In {
              void m() {
                k();
              }
            }
            """);
    assertThat(lowered.print("T.In.m("))
        .isEqualTo(
            """
            function t.T.In.m() (this)
              b0:
                t1 = this.this$0
                invoke t1.k()
                return
            """);
  }

  @Test
  void importedByName() {
    Lowered lowered =
        Lowered.members(
            """
            void m() {
              go(() -> {});
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m() (this)
              b0:
                t1 = closure t.T.m()$lambda0()
                invoke static dev.chanvet.runtime.Go.go(t1)
                return
            function t.T.m()$lambda0 ()
              b0:
                return
            """);
  }

  @Test
  void ofTheSuperclass() {
    Lowered lowered =
        Lowered.members(
            """
            interface D {
              default void k() {}
            }
            class In extends ArrayList<String> implements D {
              public boolean add(String s) {
                return super.add(s);
              }
              public void k() {
                D.super.k();
              }
            }
            """);
    assertThat(lowered.print("T.In.add"))
        .isEqualTo(
            """
            function t.T.In.add(String) (this, s)
              b0:
                t2 = invoke this.special java.util.ArrayList.add(s)
                return t2
            """);
  }

  @Test
  void ofADefaultMethodAbove() {
    Lowered lowered =
        Lowered.members(
            """
            interface D {
              default void k() {}
            }
            class In implements D {
              public void k() {
                D.super.k();
              }
            }
            """);
    assertThat(lowered.print("T.In.k"))
        .isEqualTo(
            """
            function t.T.In.k() (this)
              b0:
                invoke this.special t.T.D.k()
                return
            """);
  }

  @Test
  void argumentsAreNamedAfterParameters() {
    Lowered lowered =
        Lowered.members(
            """
            void k(Channel<Integer> jobs, int n) {}
            void m() {
              k(Channel.make(), 1);
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m() (this)
              b0:
                t1 = invoke static dev.chanvet.runtime.Channel.make() // jobs
                t2 = 1
                invoke this.k(t1, t2)
                return
            """);
  }

  @Test
  void resultsAreNamedAfterWhatTheyInitialise() {
    Lowered lowered =
        Lowered.members(
            """
            Channel<Integer> f;
            void m() {
              f = Channel.make();
              this.f = Channel.make(1);
              Channel<Integer> c = (Channel<Integer>) Channel.make(2);
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m() (this)
              b0:
                t1 = invoke static dev.chanvet.runtime.Channel.make() // f
                this.f = t1
                t2 = 1
                t3 = invoke static dev.chanvet.runtime.Channel.make(t2) // f
                this.f = t3
                t5 = 2
                t6 = invoke static dev.chanvet.runtime.Channel.make(t5) // c
                c = (dev.chanvet.runtime.Channel) t6
                return
            """);
  }

  @Test
  void overloadsByNumberOfArguments() {
    Lowered lowered =
        Lowered.members(
            """
            static int k(int a) {
              return a;
            }
            String k(int a, int b) {
              return null;
            }
            void m() {
              k(1);
              k(1, 2).length();
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m() (this)
              b0:
                t1 = 1
                invoke static t.T.k(t1)
                t2 = 1
                t3 = 2
                t4 = invoke this.k(t2, t3)
                invoke t4.length()
                return
            """);
  }

  @Test
  void aLocalVariableHidesAType() {
    Lowered lowered =
        Lowered.members(
            """
            static class X {
              static void k() {}
            }
            void m(Runnable X) {
              X.run();
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(Runnable) (this, X)
              b0:
                invoke X.run()
                return
            """);
  }

  @Test
  void packagesAreNotVariables() {
    Lowered lowered =
        Lowered.members(
            """
            void m() {
              java.util.List.of();
              java.lang.System.out.println();
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m() (this)
              b0:
                invoke static java.util.List.of()
                t1 = static java.lang.System.out
                invoke t1.println()
                return
            """);
  }
}
