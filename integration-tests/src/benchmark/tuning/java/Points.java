/* SPDX-License-Identifier: Apache-2.0 */

/**
 * Points around hidden centres, and a step of Lloyd's algorithm on them.
 *
 * <p>Coordinates are whole numbers: sums of them are exact in whatever order they are added up, so
 * that the centres are the same however the points were divided.
 */
final class Points {
  static final int DIMENSIONS = 16;
  static final int CLUSTERS = 8;
  static final int ITERATIONS = 10;

  private Points() {}

  static double[] point(long row) {
    long cluster = Numbers.below(CLUSTERS, row);
    double[] point = new double[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      long centre = Numbers.below(300, ~(cluster * DIMENSIONS + i));
      point[i] = centre + Numbers.below(201, row * DIMENSIONS + i) - 100;
    }
    return point;
  }

  static double[][] firstCentres() {
    double[][] centres = new double[CLUSTERS][];
    for (int cluster = 0; cluster < CLUSTERS; cluster++) {
      centres[cluster] = point(cluster);
    }
    return centres;
  }

  /** Adds a point to the sums of its nearest centre, whose last element counts. */
  static void add(double[] point, double[][] centres, double[][] sums) {
    int nearest = 0;
    double least = Double.MAX_VALUE;
    for (int cluster = 0; cluster < CLUSTERS; cluster++) {
      double distance = 0;
      for (int i = 0; i < DIMENSIONS; i++) {
        double difference = point[i] - centres[cluster][i];
        distance += difference * difference;
      }
      if (distance < least) {
        least = distance;
        nearest = cluster;
      }
    }
    for (int i = 0; i < DIMENSIONS; i++) {
      sums[nearest][i] += point[i];
    }
    sums[nearest][DIMENSIONS]++;
  }

  static double[][] sum(double[][] one, double[][] other) {
    for (int cluster = 0; cluster < CLUSTERS; cluster++) {
      for (int i = 0; i <= DIMENSIONS; i++) {
        one[cluster][i] += other[cluster][i];
      }
    }
    return one;
  }

  static double[][] noSums() {
    return new double[CLUSTERS][DIMENSIONS + 1];
  }

  static double[][] centres(double[][] sums, double[][] before) {
    double[][] centres = new double[CLUSTERS][];
    for (int cluster = 0; cluster < CLUSTERS; cluster++) {
      double count = sums[cluster][DIMENSIONS];
      centres[cluster] = before[cluster].clone();
      for (int i = 0; i < DIMENSIONS && count > 0; i++) {
        centres[cluster][i] = sums[cluster][i] / count;
      }
    }
    return centres;
  }

  static String answer(double[][] centres) {
    StringBuilder answer = new StringBuilder();
    for (double[] centre : centres) {
      double sum = 0;
      for (double coordinate : centre) {
        sum += coordinate;
      }
      answer.append(sum).append(' ');
    }
    return answer.toString().trim();
  }
}
