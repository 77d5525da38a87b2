package dev.chanvet.analyzer.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The four loops, and the jumps out of them. */
class LoopsTest {
  @Test
  void whileAsksBeforeEachRound() {
    Lowered lowered =
        Lowered.members(
            """
            void m(int n) {
              while (n > 0) n--;
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(int) (this, n)
              b0:
                goto b1
              b1:
                t2 = 0
                t3 = n > t2
                branch t3 b2 b3
              b2:
                t4 = 1
                n = n - t4
                goto b1
              b3:
                return
            """);
  }

  @Test
  void whileTrueHasNoWayOut() {
    Lowered lowered =
        Lowered.members(
            """
            void m(Channel<Integer> c) throws Exception {
              while (true) c.send(1);
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(Channel) (this, c)
              b0:
                goto b1
              b1:
                t2 = 1
                invoke c.send(t2)
                goto b1
            """);
  }

  @Test
  void doAsksAfterEachRound() {
    Lowered lowered =
        Lowered.members(
            """
            void m(int n) {
              do {
                n--;
                if (n == 3) continue;
                n--;
              } while (n > 0);
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(int) (this, n)
              b0:
                goto b1
              b1:
                t2 = 1
                n = n - t2
                t3 = 3
                t4 = n == t3
                branch t4 b3 b2
              b2:
                t5 = 1
                n = n - t5
                goto b3
              b3:
                t6 = 0
                t7 = n > t6
                branch t7 b1 b4
              b4:
                return
            """);
  }

  @Test
  void forUpdatesWhereContinueGoes() {
    Lowered lowered =
        Lowered.members(
            """
            void m() {
              for (int i = 0, k = 9; i < k; i++, k--) {
                if (i == 2) continue;
                if (i == 3) break;
                go(null);
              }
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m() (this)
              b0:
                i = 0
                k = 9
                goto b1
              b1:
                t3 = i < k
                branch t3 b2 b6
              b2:
                t4 = 2
                t5 = i == t4
                branch t5 b5 b3
              b3:
                t6 = 3
                t7 = i == t6
                branch t7 b6 b4
              b4:
                t8 = null
                invoke static dev.chanvet.runtime.Go.go(t8)
                goto b5
              b5:
                t9 = 1
                i = i + t9
                t10 = 1
                k = k - t10
                goto b1
              b6:
                return
            """);
  }

  @Test
  void forWithoutAnything() {
    Lowered lowered =
        Lowered.members(
            """
            void m() {
              for (;;) {
                break;
              }
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m() (this)
              b0:
                return
            """);
  }

  @Test
  void forEachAsksTheIterator() {
    Lowered lowered =
        Lowered.members(
            """
            void m(List<Channel<Integer>> all) {
              for (Channel<Integer> c : all) c.close();
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(List) (this, all)
              b0:
                t2 = iterate all
                goto b1
              b1:
                t3 = invoke t2.hasNext()
                branch t3 b2 b3
              b2:
                c = invoke t2.next()
                invoke c.close()
                goto b1
              b3:
                return
            """);
  }

  @Test
  void forEachKnowsTheElementsOfAnArray() {
    Lowered lowered =
        Lowered.members(
            """
            void m(Channel<Integer>[] all) {
              for (var c : all) c.close();
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(Channel[]) (this, all)
              b0:
                t2 = iterate all
                goto b1
              b1:
                t3 = invoke t2.hasNext()
                branch t3 b2 b3
              b2:
                c = invoke t2.next()
                invoke c.close()
                goto b1
              b3:
                return
            """);
  }

  @Test
  void labelsNameOuterLoops() {
    Lowered lowered =
        Lowered.members(
            """
            void m(int n) {
              outer: for (;;) {
                while (n > 0) {
                  if (n == 1) continue outer;
                  if (n == 2) break outer;
                  n--;
                }
              }
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(int) (this, n)
              b0:
                goto b1
              b1:
                t2 = 0
                t3 = n > t2
                branch t3 b2 b1
              b2:
                t4 = 1
                t5 = n == t4
                branch t5 b1 b3
              b3:
                t6 = 2
                t7 = n == t6
                branch t7 b5 b4
              b4:
                t8 = 1
                n = n - t8
                goto b1
              b5:
                return
            """);
  }

  @Test
  void labelsNameBlocks() {
    Lowered lowered =
        Lowered.members(
            """
            void m(int n) {
              done: {
                if (n > 0) break done;
                n = 1;
              }
              n = 2;
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(int) (this, n)
              b0:
                t2 = 0
                t3 = n > t2
                branch t3 b2 b1
              b1:
                n = 1
                goto b2
              b2:
                n = 2
                return
            """);
  }
}
