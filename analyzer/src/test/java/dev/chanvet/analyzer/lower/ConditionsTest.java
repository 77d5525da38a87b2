package dev.chanvet.analyzer.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Short circuits, conditional expressions, and the variables that conditions bind. */
class ConditionsTest {
  @Test
  void andIsTwoBranches() {
    Lowered lowered =
        Lowered.members(
            """
            void m(boolean a, boolean b) {
              if (a && b) {
                a = b;
              } else {
                b = a;
              }
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(boolean,boolean) (this, a, b)
              b0:
                branch a b1 b3
              b1:
                branch b b2 b3
              b2:
                a = b
                goto b4
              b3:
                b = a
                goto b4
              b4:
                return
            """);
  }

  @Test
  void notSwapsTheBranches() {
    Lowered lowered =
        Lowered.members(
            """
            void m(boolean a, boolean b) {
              if (!(a || b)) a = true;
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(boolean,boolean) (this, a, b)
              b0:
                branch a b3 b1
              b1:
                branch b b3 b2
              b2:
                a = true
                goto b3
              b3:
                return
            """);
  }

  @Test
  void aShortCircuitAsAValue() {
    Lowered lowered =
        Lowered.members(
            """
            boolean m(boolean a, Object o) {
              return a || o instanceof String s && s.isEmpty();
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(boolean,Object) (this, a, o)
              b0:
                branch a b3 b1
              b1:
                t4 = o instanceof java.lang.String
                branch t4 b2 b4
              b2:
                s = (java.lang.String) o
                t6 = invoke s.isEmpty()
                branch t6 b3 b4
              b3:
                t3 = true
                goto b5
              b4:
                t3 = false
                goto b5
              b5:
                return t3
            """);
  }

  @Test
  void aConditionalExpression() {
    Lowered lowered =
        Lowered.members(
            """
            Channel<Integer> m(boolean a) {
              Channel<Integer> c = a ? Channel.make() : null;
              return c;
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(boolean) (this, a)
              b0:
                branch a b1 b2
              b1:
                c = invoke static dev.chanvet.runtime.Channel.make() // c
                goto b3
              b2:
                c = null
                goto b3
              b3:
                return c
            """);
  }

  @Test
  void constantsDecideAtOnce() {
    Lowered lowered =
        Lowered.members(
            """
            void m(int n) {
              if (true) n = 1;
              else n = 2;
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(int) (this, n)
              b0:
                n = 1
                return
            """);
  }

  @Test
  void aPatternVariableLivesOnBehindAnIfThatLeaves() {
    Lowered lowered =
        Lowered.members(
            """
            int m(Object o) {
              if (!(o instanceof String s)) {
                return 0;
              }
              return s.length();
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(Object) (this, o)
              b0:
                t2 = o instanceof java.lang.String
                branch t2 b1 b2
              b1:
                s = (java.lang.String) o
                t5 = invoke s.length()
                return t5
              b2:
                t4 = 0
                return t4
            """);
  }

  @Test
  void aPatternVariableEndsWithItsIf() {
    Lowered lowered =
        Lowered.members(
            """
            String s;
            void m(Object o) {
              if (o instanceof String s) {
                s.length();
              }
              s = null;
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(Object) (this, o)
              b0:
                t2 = o instanceof java.lang.String
                branch t2 b1 b2
              b1:
                s = (java.lang.String) o
                invoke s.length()
                goto b2
              b2:
                t4 = null
                this.s = t4
                return
            """);
  }

  @Test
  void aPatternVariableLivesOnBehindALoop() {
    Lowered lowered =
        Lowered.members(
            """
            void m(Iterator<?> i) {
              Object o = i.next();
              while (!(o instanceof String s)) {
                o = i.next();
              }
              s.length();
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(Iterator) (this, i)
              b0:
                o = invoke i.next() // o
                goto b1
              b1:
                t3 = o instanceof java.lang.String
                branch t3 b2 b3
              b2:
                s = (java.lang.String) o
                invoke s.length()
                return
              b3:
                o = invoke i.next() // o
                goto b1
            """);
  }
}
