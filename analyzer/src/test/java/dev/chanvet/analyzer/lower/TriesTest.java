package dev.chanvet.analyzer.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Exceptions, cleanups and locks. */
class TriesTest {
  @Test
  void catchesInOrder() {
    Lowered lowered =
        Lowered.members(
            """
            void m() {
              try {
                go(null);
              } catch (IllegalStateException | IllegalArgumentException e) {
                go(null);
              } catch (RuntimeException e) {
                throw e;
              }
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m() (this)
              b0:
                goto b1
              b1:
                t3 = null
                invoke static dev.chanvet.runtime.Go.go(t3)
                goto b4
                catch java.lang.IllegalStateException | java.lang.IllegalArgumentException e -> b2
                catch java.lang.RuntimeException e -> b3
              b2:
                t4 = null
                invoke static dev.chanvet.runtime.Go.go(t4)
                goto b4
              b3:
                throw e
              b4:
                return
            """);
  }

  @Test
  void finallyStandsOnEachEdge() {
    Lowered lowered =
        Lowered.members(
            """
            int m(int n) {
              try {
                if (n == 0) return n;
                go(null);
              } finally {
                n = 7;
              }
              return n;
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(int) (this, n)
              b0:
                goto b1
              b1:
                t3 = 0
                t4 = n == t3
                branch t4 b2 b4
                catch all t2 -> b6
              b2:
                t5 = n
                goto b3
                catch all t2 -> b6
              b3:
                n = 7
                return t5
              b4:
                t6 = null
                invoke static dev.chanvet.runtime.Go.go(t6)
                goto b5
                catch all t2 -> b6
              b5:
                n = 7
                return n
              b6:
                n = 7
                throw t2
            """);
  }

  @Test
  void aReturnInFinallyWins() {
    Lowered lowered =
        Lowered.members(
            """
            int m() {
              try {
                go(null);
                return 1;
              } finally {
                return 2;
              }
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m() (this)
              b0:
                goto b1
              b1:
                t2 = null
                invoke static dev.chanvet.runtime.Go.go(t2)
                t3 = 1
                goto b2
                catch all t1 -> b3
              b2:
                t4 = 2
                return t4
              b3:
                t5 = 2
                return t5
            """);
  }

  @Test
  void cleanupsNest() {
    Lowered lowered =
        Lowered.members(
            """
            void m() {
              for (;;) {
                try {
                  try {
                    go(null);
                    break;
                  } finally {
                    k();
                  }
                } finally {
                  j();
                }
              }
            }
            void k() {}
            void j() {}
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m() (this)
              b0:
                goto b1
              b1:
                t3 = null
                invoke static dev.chanvet.runtime.Go.go(t3)
                goto b2
                catch all t2 -> b4
                catch all t1 -> b5
              b2:
                invoke this.k()
                goto b3
                catch all t1 -> b5
              b3:
                invoke this.j()
                return
              b4:
                invoke this.k()
                throw t2
                catch all t1 -> b5
              b5:
                invoke this.j()
                throw t1
            """);
  }

  @Test
  void resourcesCloseInReverse() {
    Lowered lowered =
        Lowered.members(
            """
            static class R implements AutoCloseable {
              public void close() {}
            }
            R r() {
              return null;
            }
            void m() {
              try (R a = new R(); R b = r()) {
                go(null);
              }
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m() (this)
              b0:
                t2 = new t.T.R
                invoke t2.special t.T.R.<init>() // a
                a = t2
                goto b1
              b1:
                b = invoke this.r() // b
                goto b2
                catch all t3 -> b9
              b2:
                t6 = null
                invoke static dev.chanvet.runtime.Go.go(t6)
                goto b3
                catch all t5 -> b5
                catch all t3 -> b9
              b3:
                t8 = null
                t7 = b == t8
                branch t7 b8 b4
                catch all t3 -> b9
              b4:
                invoke b.close()
                goto b8
                catch all t3 -> b9
              b5:
                t11 = null
                t10 = b == t11
                branch t10 b7 b6
                catch all t9 -> b7
                catch all t3 -> b9
              b6:
                invoke b.close()
                goto b7
                catch all t9 -> b7
                catch all t3 -> b9
              b7:
                throw t5
                catch all t3 -> b9
              b8:
                invoke a.close()
                return
              b9:
                invoke a.close()
                goto b10
                catch all t12 -> b10
              b10:
                throw t3
            """);
  }

  @Test
  void aResourceThatIsAVariable() {
    Lowered lowered =
        Lowered.members(
            """
            void m(Context c) {
              try (c) {
                go(null);
              }
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(Context) (this, c)
              b0:
                t2 = c
                goto b1
              b1:
                t4 = null
                invoke static dev.chanvet.runtime.Go.go(t4)
                goto b2
                catch all t3 -> b4
              b2:
                t6 = null
                t5 = t2 == t6
                branch t5 b7 b3
              b3:
                invoke t2.close()
                goto b7
              b4:
                t9 = null
                t8 = t2 == t9
                branch t8 b6 b5
                catch all t7 -> b6
              b5:
                invoke t2.close()
                goto b6
                catch all t7 -> b6
              b6:
                throw t3
              b7:
                return
            """);
  }

  @Test
  void synchronizedLeavesOnAllPaths() {
    Lowered lowered =
        Lowered.members(
            """
            int m(Object lock, int n) {
              synchronized (lock) {
                if (n > 0) return n;
              }
              return 0;
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(Object,int) (this, lock, n)
              b0:
                t3 = lock
                enter t3
                goto b1
              b1:
                t5 = 0
                t6 = n > t5
                branch t6 b2 b4
                catch all t4 -> b5
              b2:
                t7 = n
                goto b3
                catch all t4 -> b5
              b3:
                exit t3
                return t7
              b4:
                exit t3
                t8 = 0
                return t8
              b5:
                exit t3
                throw t4
            """);
  }

  @Test
  void synchronizedMethods() {
    Lowered lowered =
        Lowered.members(
            """
            synchronized void m() {
              go(null);
            }
            static synchronized void mm() {
              go(null);
            }
            """);
    assertThat(lowered.print("T.m"))
        .isEqualTo(
            """
            function t.T.m() (this)
              b0:
                enter this
                goto b1
              b1:
                t2 = null
                invoke static dev.chanvet.runtime.Go.go(t2)
                goto b2
                catch all t1 -> b3
              b2:
                exit this
                return
              b3:
                exit this
                throw t1
            function t.T.mm() ()
              b0:
                t0 = t.T.class
                enter t0
                goto b1
              b1:
                t2 = null
                invoke static dev.chanvet.runtime.Go.go(t2)
                goto b2
                catch all t1 -> b3
              b2:
                exit t0
                return
              b3:
                exit t0
                throw t1
            """);
  }

  @Test
  void anInnerVariableDoesNotHideAFieldInFinally() {
    Lowered lowered =
        Lowered.members(
            """
            int n;
            int m() {
              try {
                int n = 1;
                return n;
              } finally {
                n = 2;
              }
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m() (this)
              b0:
                goto b1
              b1:
                n = 1
                t3 = n
                goto b2
                catch all t1 -> b3
              b2:
                t4 = 2
                this.n = t4
                return t3
              b3:
                t5 = 2
                this.n = t5
                throw t1
            """);
  }

  @Test
  void throwStatements() {
    Lowered lowered =
        Lowered.members(
            """
            void m(RuntimeException e) {
              throw e;
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(RuntimeException) (this, e)
              b0:
                throw e
            """);
  }

  @Test
  void assertsAreNotEnabled() {
    Lowered lowered =
        Lowered.members(
            """
            void m(int n) {
              assert n > 0 : go(null);
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(int) (this, n)
              b0:
                return
            """);
  }
}
