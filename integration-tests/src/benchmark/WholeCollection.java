/* SPDX-License-Identifier: Apache-2.0 */
import java.util.Random;

/**
 * How long a whole collection stops a JVM: MiB that are kept, of every core and second.
 *
 * <p>usage: {@code java -XX:+UseParallelGC -Xms12g -Xmx12g WholeCollection.java [MiB kept]}. Objects
 * are made in turn and dropped at random until a third of them is garbage, so that what is kept has
 * to move; three times each with small objects, as tuples of an RDD are, and with arrays of 256 KiB,
 * as pages of DataFrames are.
 */
final class WholeCollection {
  private static final int ROUNDS = 3;
  private static final int ARRAY_BYTES = 1 << 18;
  // An array of three references, a Long and an array of one double: 32 + 24 + 24 bytes.
  private static final int SMALL_BYTES = 80;

  private WholeCollection() {}

  public static void main(String[] arguments) {
    long kept = (arguments.length == 0 ? 3000 : Long.parseLong(arguments[0])) << 20;
    for (boolean small : new boolean[] {true, false}) {
      for (int round = 0; round < ROUNDS; round++) {
        Object[] objects = twoThirdsKept(small, (int) (kept / (small ? SMALL_BYTES : ARRAY_BYTES)));
        long begin = System.nanoTime();
        System.gc();
        double seconds = (System.nanoTime() - begin) / 1e9;
        Runtime runtime = Runtime.getRuntime();
        long mebibytes = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        System.out.printf(
            "%s of %d: %d MiB kept, %.1f s on %d cores, %.0f MiB a core and second%n",
            small ? "small objects" : "arrays",
            objects.length,
            mebibytes,
            seconds,
            runtime.availableProcessors(),
            mebibytes / seconds / runtime.availableProcessors());
      }
    }
  }

  private static Object[] twoThirdsKept(boolean small, int kept) {
    Object[] objects = new Object[kept / 2 * 3];
    Random random = new Random(7);
    for (int i = 0; i < objects.length; i++) {
      objects[i] = small ? new Object[] {(long) i, "key", new double[] {i}} : new byte[ARRAY_BYTES];
      if (random.nextBoolean()) {
        objects[random.nextInt(i + 1)] = null;
      }
    }
    return objects;
  }
}
