package dev.chanvet.analyzer.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Arithmetic, assignments, literals, arrays and casts. */
class ExpressionsTest {
  @Test
  void arithmeticIsTracked() {
    Lowered lowered =
        Lowered.members(
            """
            long m(int a, long b) {
              return -a + b * 2 - 7 / a % 2;
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(int,long) (this, a, b)
              b0:
                t3 = -a
                t4 = 2
                t5 = b * t4
                t6 = t3 + t5
                t7 = 7
                t8 = t7 / a
                t9 = 2
                t10 = t8 % t9
                t11 = t6 - t10
                return t11
            """);
  }

  @Test
  void comparisonsAndBits() {
    Lowered lowered =
        Lowered.members(
            """
            boolean m(int a, int b) {
              return (a & b) <= (a << 1) ^ a != b;
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(int,int) (this, a, b)
              b0:
                t3 = a & b
                t4 = 1
                t5 = a << t4
                t6 = t3 <= t5
                t7 = a != b
                t8 = t6 ^ t7
                return t8
            """);
  }

  @Test
  void textAndRealNumbersAreNot() {
    Lowered lowered =
        Lowered.members(
            """
            void m(int a) {
              String s = "n" + a;
              double d = a * 0.5;
              int u = a >>> 1;
              int c = ~a;
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(int) (this, a)
              b0:
                t3 = "n"
                s = combine(t3, a)
                t5 = 0.5
                d = combine(a, t5)
                t7 = 1
                u = combine(a, t7)
                c = combine(a)
                return
            """);
  }

  @Test
  void numbersInAllRadices() {
    Lowered lowered =
        Lowered.members(
            """
            void m() {
              int a = 0x1F;
              int b = 0b101;
              int c = 017;
              long d = 1_000L;
              int e = 'A';
              int f = -2147483648;
              int g = 0xFFFFFFFF;
              char h = '\\u0041';
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m() (this)
              b0:
                a = 31
                b = 5
                c = 15
                d = 1000
                e = 65
                f = -2147483648
                g = -1
                h = 65
                return
            """);
  }

  @Test
  void textKeepsItsEscapes() {
    Lowered lowered =
        Lowered.members(
            """
            void m() { String a = "x\\ty"; String b = \"""
                one
                  two\\
                 three
                \"""; }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m() (this)
              b0:
                a = "x	y"
                b = "one\\n  two three\\n"
                return
            """);
  }

  @Test
  void incrementsOfAllPlaces() {
    Lowered lowered =
        Lowered.members(
            """
            int n;
            static int k;
            void m(int[] a) {
              int x = n++;
              ++k;
              a[x]--;
              --this.n;
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(int[]) (this, a)
              b0:
                t3 = this.n
                t4 = 1
                t5 = t3 + t4
                this.n = t5
                x = t3
                t6 = static t.T.k
                t7 = 1
                t8 = t6 + t7
                static t.T.k = t8
                t9 = a[x]
                t10 = 1
                t11 = t9 - t10
                a[x] = t11
                t12 = this.n
                t13 = 1
                t14 = t12 - t13
                this.n = t14
                return
            """);
  }

  @Test
  void compoundAssignments() {
    Lowered lowered =
        Lowered.members(
            """
            int n;
            void m(int[] a, T o) {
              a[0] += 2;
              o.n -= a[1];
              n <<= 1;
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(int[],T) (this, a, o)
              b0:
                t3 = 0
                t4 = a[t3]
                t5 = 2
                t6 = t4 + t5
                a[t3] = t6
                t7 = o.n
                t8 = 1
                t9 = a[t8]
                t10 = t7 - t9
                o.n = t10
                t11 = this.n
                t12 = 1
                t13 = t11 << t12
                this.n = t13
                return
            """);
  }

  @Test
  void aVariableIsReadBeforeALaterOperandAssignsIt() {
    Lowered lowered =
        Lowered.members(
            """
            int m(int a) {
              return a + (a = 3) + a++ * a;
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(int) (this, a)
              b0:
                t2 = a
                a = 3
                t3 = t2 + a
                t4 = a
                t5 = 1
                a = a + t5
                t6 = t4 * a
                t7 = t3 + t6
                return t7
            """);
  }

  @Test
  void assignmentsAreValues() {
    Lowered lowered =
        Lowered.members(
            """
            void m(int a, int b, int[] c) {
              a = b = 2;
              c[a] = a = 1;
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(int,int,int[]) (this, a, b, c)
              b0:
                b = 2
                a = b
                t4 = a
                a = 1
                c[t4] = a
                return
            """);
  }

  @Test
  void arraysOfAllShapes() {
    Lowered lowered =
        Lowered.members(
            """
            void m(int n) {
              int[] a = {1, n};
              String[][] b = {{"x"}, null};
              Object c = new long[n][][];
              int[][] d = new int[2][n];
              int l = a.length + b[0].length;
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(int) (this, n)
              b0:
                t3 = 2
                t4 = new int[t3]
                t5 = 1
                t6 = 0
                t4[t6] = t5
                t7 = 1
                t4[t7] = n
                a = t4
                t9 = 2
                t10 = new java.lang.String[][t9]
                t11 = 1
                t12 = new java.lang.String[t11]
                t13 = "x"
                t14 = 0
                t12[t14] = t13
                t15 = 0
                t10[t15] = t12
                t16 = null
                t17 = 1
                t10[t17] = t16
                b = t10
                t19 = new long[][][n]
                c = t19
                t21 = 2
                t22 = new int[][t21]
                t23 = 0
                t24 = 1
                goto b1
              b1:
                t25 = t23 < t21
                branch t25 b2 b3
              b2:
                t26 = new int[n]
                t22[t23] = t26
                t23 = t23 + t24
                goto b1
              b3:
                d = t22
                t28 = a.length
                t29 = 0
                t30 = b[t29]
                t31 = t30.length
                l = t28 + t31
                return
            """);
  }

  @Test
  void castsTellTypes() {
    Lowered lowered =
        Lowered.members(
            """
            void m(Object o) {
              ((Channel<?>) o).close();
              int i = (int) 3L;
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(Object) (this, o)
              b0:
                t2 = (dev.chanvet.runtime.Channel) o
                invoke t2.close()
                t4 = 3
                i = (int) t4
                return
            """);
  }

  @Test
  void classLiterals() {
    Lowered lowered =
        Lowered.members(
            """
            Object m() {
              return T.class;
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m() (this)
              b0:
                t1 = t.T.class
                return t1
            """);
  }

  @Test
  void declarationsWithoutAValueHaveTheInitialOne() {
    Lowered lowered =
        Lowered.members(
            """
            void m(boolean b) {
              int n;
              String s, t;
              boolean f;
              if (b) n = 1;
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(boolean) (this, b)
              b0:
                n = 0
                s = null
                t = null
                f = false
                branch b b1 b2
              b1:
                n = 1
                goto b2
              b2:
                return
            """);
  }
}
