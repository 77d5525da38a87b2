package dev.chanvet.analyzer.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NestingTest {
  @Test
  void ordinaryBlocksDoNotCount() {
    assertThat(Nesting.depth("class A { void m() { if (x) { while (y) { new B(); } } } }"))
        .isZero();
  }

  @Test
  void blockLambdasAndAnonymousBodiesCount() {
    assertThat(Nesting.depth("f(() -> { g(x -> { }); }); f(() -> { });")).isEqualTo(2);
    assertThat(Nesting.depth("new a.B<C<D>>(1, f(2)) { void m() { new E() { }; } };")).isEqualTo(2);
    assertThat(Nesting.depth("new A(() -> { }) { };")).isEqualTo(1);
  }

  @Test
  void arraysAndCommentsDoNotCount() {
    assertThat(Nesting.depth("new int[] { f(1) }; // -> { \n \"-> {\" /* -> { */ '{'")).isZero();
  }

  @Test
  void anyTextHasADepth() {
    assertThat(Nesting.depth("}}} ))) \"unfinished")).isZero();
    assertThat(Nesting.depth("x -> { x -> { \"\"\" never closed -> {")).isEqualTo(2);
    assertThat(Nesting.depth("/* never closed -> {")).isZero();
    assertThat(Nesting.depth("'\\")).isZero();
  }
}
