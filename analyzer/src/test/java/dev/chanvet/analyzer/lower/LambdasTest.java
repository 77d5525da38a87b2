package dev.chanvet.analyzer.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lambdas and method references. */
class LambdasTest {
  @Test
  void capturesComeBeforeParameters() {
    Lowered lowered =
        Lowered.members(
            """
            Runnable m(Channel<Integer> c, int n) {
              return () -> {
                c.close();
              };
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(Channel,int) (this, c, n)
              b0:
                t3 = closure t.T.m(Channel,int)$lambda0(c)
                return t3
            function t.T.m(Channel,int)$lambda0 (c)
              b0:
                invoke c.close()
                return
            """);
  }

  @Test
  void thisIsCapturedWhereItIsNeeded() {
    Lowered lowered =
        Lowered.members(
            """
            int n;
            Function<Integer, Integer> m() {
              return k -> k + n;
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m() (this)
              b0:
                t1 = closure t.T.m()$lambda0(this)
                return t1
            function t.T.m()$lambda0 (this, k)
              b0:
                t2 = this.n
                t3 = k + t2
                return t3
            """);
  }

  @Test
  void nestedLambdasCaptureThroughEachOther() {
    Lowered lowered =
        Lowered.members(
            """
            Supplier<Runnable> m(Channel<Integer> c) {
              return () -> () -> c.close();
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(Channel) (this, c)
              b0:
                t2 = closure t.T.m(Channel)$lambda0(c)
                return t2
            function t.T.m(Channel)$lambda0 (c)
              b0:
                t1 = closure t.T.m(Channel)$lambda0$lambda0(c)
                return t1
            function t.T.m(Channel)$lambda0$lambda0 (c)
              b0:
                t1 = invoke c.close()
                return t1
            """);
  }

  @Test
  void inAFieldInitializerSharedByConstructors() {
    Lowered lowered =
        Lowered.members(
            """
            int n;
            Runnable r = () -> n++;
            T() {}
            T(int k) {}
            """);
    assertThat(lowered.print("T.<init>"))
        .isEqualTo(
            """
            function t.T.<init>() (this)
              b0:
                t1 = closure t.T.<init>()$lambda0(this)
                this.r = t1
                return
            function t.T.<init>()$lambda0 (this)
              b0:
                t1 = this.n
                t2 = 1
                t3 = t1 + t2
                this.n = t3
                return t1
            function t.T.<init>(int) (this, k)
              b0:
                t2 = closure t.T.<init>()$lambda0(this)
                this.r = t2
                return
            """);
  }

  @Test
  void inAFinallyLoweredOnce() {
    Lowered lowered =
        Lowered.members(
            """
            void m(Channel<Integer> c) {
              try {
                go(null);
              } finally {
                go(() -> c.close());
              }
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(Channel) (this, c)
              b0:
                goto b1
              b1:
                t3 = null
                invoke static dev.chanvet.runtime.Go.go(t3)
                goto b2
                catch all t2 -> b3
              b2:
                t4 = closure t.T.m(Channel)$lambda0(c)
                invoke static dev.chanvet.runtime.Go.go(t4)
                return
              b3:
                t5 = closure t.T.m(Channel)$lambda0(c)
                invoke static dev.chanvet.runtime.Go.go(t5)
                throw t2
            function t.T.m(Channel)$lambda0 (c)
              b0:
                t1 = invoke c.close()
                return t1
            """);
  }

  @Test
  void aPatternVariableInALambda() {
    Lowered lowered =
        Lowered.members(
            """
            void m(Object o) {
              if (o instanceof Channel<?> c) go(() -> c.close());
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m(Object) (this, o)
              b0:
                t2 = o instanceof dev.chanvet.runtime.Channel
                branch t2 b1 b2
              b1:
                c = (dev.chanvet.runtime.Channel) o
                t4 = closure t.T.m(Object)$lambda0(c)
                invoke static dev.chanvet.runtime.Go.go(t4)
                goto b2
              b2:
                return
            function t.T.m(Object)$lambda0 (c)
              b0:
                t1 = invoke c.close()
                return t1
            """);
  }

  @Test
  void references() {
    Lowered lowered =
        Lowered.members(
            """
            static void s() {}
            void k(Channel<Integer> c) {
              Runnable a = this::r;
              Runnable b = T::s;
              Runnable d = c::close;
              Consumer<Channel<Integer>> e = Channel::close;
              Supplier<T> f = T::new;
              IntFunction<int[]> g = int[]::new;
              Runnable h = new T()::r;
            }
            void r() {}
            """);
    assertThat(lowered.print("T.k("))
        .isEqualTo(
            """
            function t.T.k(Channel) (this, c)
              b0:
                a = reference this::r
                b = reference t.T::s
                t5 = c
                d = reference t5::close
                e = reference dev.chanvet.runtime.Channel::close
                f = reference t.T::<init>
                g = reference int[]::<init>
                t10 = new t.T
                invoke t10.special t.T.<init>()
                h = reference t10::r
                return
            """);
  }

  @Test
  void aReferenceToAConstructorThatNeedsItsSurroundings() {
    Lowered lowered =
        Lowered.members(
            """
            class In {}
            Supplier<In> m() {
              return In::new;
            }
            """);
    assertThat(lowered.print("T.m("))
        .isEqualTo(
            """
            function t.T.m() (this)
              b0:
                t1 = closure t.T.m()$lambda0(this)
                return t1
            function t.T.m()$lambda0 (this)
              b0:
                t0 = new t.T.In
                t0.this$0 = this
                invoke t0.special t.T.In.<init>()
                return t0
            """);
  }

  @Test
  void aReferenceToTheSuperclassesMethod() {
    Lowered lowered =
        Lowered.members(
            """
            static class A {
              void k(int n) {}
            }
            static class B extends A {
              IntConsumer m() {
                return super::k;
              }
            }
            """);
    assertThat(lowered.print("T.B.m"))
        .isEqualTo(
            """
            function t.T.B.m() (this)
              b0:
                t1 = closure t.T.B.m()$lambda0(this)
                return t1
            function t.T.B.m()$lambda0 (this, n)
              b0:
                t2 = invoke this.special t.T.A.k(n)
                return t2
            """);
  }
}
