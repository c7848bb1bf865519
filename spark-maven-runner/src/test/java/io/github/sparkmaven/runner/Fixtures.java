/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Test classes as users write them; surefire does not run nested classes on their own. */
final class Fixtures {
  static final String ODD_MESSAGE =
      "\nprice: 5 \u20ac <&> \uD83D\uDE00 tab\there\u0000\u001B[1m\uD800";

  private Fixtures() {}

  static final class Passing {
    @Test
    void passes() {}

    @Test
    void passesToo() {}
  }

  static final class Failing {
    @Test
    void fails() {
      assertThat(1).isEqualTo(2);
    }
  }

  static final class Erroring {
    @Test
    void throwsSomething() {
      throw new IllegalStateException(ODD_MESSAGE);
    }
  }

  static final class Wordy {
    @Test
    void throwsMuch() {
      throw new IllegalStateException(String.join("", Collections.nCopies(999, "x")));
    }
  }

  static final class Unspeakable {
    @Test
    void throwsWhatCannotBeDescribed() {
      throw new IllegalStateException() {
        @Override
        public String getMessage() {
          throw new UnsupportedOperationException();
        }
      };
    }
  }

  static final class Aborted {
    @Test
    void needsCluster() {
      assumeTrue(false, "no cluster here");
    }
  }

  static final class DisabledMethod {
    @Test
    @Disabled("not yet")
    void waits() {}

    @Test
    void passes() {}
  }

  @Disabled("none of it")
  static final class DisabledClass {
    @Test
    void one() {}

    @Test
    void two() {}
  }

  static final class BeforeAllFails {
    @BeforeAll
    static void start() {
      throw new AssertionError("no Spark");
    }

    @Test
    void one() {}

    @Test
    void two() {}
  }

  static final class AfterAllFails {
    @AfterAll
    static void stop() {
      throw new IllegalStateException("cannot stop");
    }

    @Test
    void passes() {}
  }

  static final class Parameterised {
    @ParameterizedTest(name = "of {0}")
    @ValueSource(ints = {1, 2, 3})
    void isOdd(int number) {
      assertThat(number % 2).isEqualTo(1);
    }
  }

  static final class ParametersFail {
    static Stream<String> broken() {
      throw new IllegalStateException("no parameters");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void reads(String text) {}
  }

  static final class Dynamic {
    @TestFactory
    Stream<DynamicTest> cities() {
      return Stream.of("Oslo", "Rome").map(city -> DynamicTest.dynamicTest(city, this::fail));
    }

    private void fail() {
      throw new AssertionError("unknown");
    }
  }

  static final class Outer {
    @Test
    void fails() {
      throw new AssertionError("outer");
    }

    @Nested
    final class Inner {
      @Test
      void fails() {
        throw new AssertionError("inner");
      }

      @Nested
      @Disabled("too deep")
      final class Innermost {
        @Test
        void passes() {}
      }
    }
  }

  static final class NoTests {
    void notATest() {}
  }

  /** Needs a class that the test hides from its class loader. */
  static final class NeedsHidden {
    @Test
    void uses(Hidden hidden) {}
  }

  static final class Hidden {}

  static class Sharing {
    @Test
    @ExtendWith(SharedResource.class)
    void uses(SharedResource shared) {
      assertThat(shared.closed).isFalse();
    }
  }

  static final class SharingToo extends Sharing {}

  static final class Noisy {
    @Test
    void prints() {
      System.out.println("\u0001finished\t9\t9\t9\t9");
      System.out.print("no line end");
    }
  }

  static final class LeavesThread {
    @Test
    void passes() {
      new Thread(LeavesThread::waitForever).start();
    }

    private static void waitForever() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  static final class Exits {
    @Test
    void exits() {
      System.exit(0);
    }
  }

  static final class ReadsSystemProperty {
    @Test
    void reads() {
      assertThat(System.getProperty("runner.example")).isEqualTo("set by the request");
    }
  }
}
