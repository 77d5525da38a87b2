package dev.chanvet.analyzer.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Records and enums, and what the language adds to them. */
class RecordsAndEnumsTest {
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
}
