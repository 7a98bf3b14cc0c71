package org.hilum.imaging.segmentation.components;

/**
 * Which runs belong together: a union-find whose roots are the earliest runs.
 *
 * <p>Source: Tarjan 1975, doi:10.1145/321879.321884, with path halving.
 */
final class RunForest {

  private final int[] parent;

  RunForest(int runs) {
    parent = new int[runs];
    for (int run = 0; run < runs; run++) {
      parent[run] = run;
    }
  }

  private int root(int run) {
    while (parent[run] != run) {
      parent[run] = parent[parent[run]];
      run = parent[run];
    }
    return run;
  }

  void join(int a, int b) {
    int rootA = root(a);
    int rootB = root(b);
    if (rootA < rootB) {
      parent[rootB] = rootA;
    } else {
      parent[rootA] = rootB;
    }
  }

  /** For each run the number of its region, counted from 0 in the order of their first runs. */
  int[] numbered() {
    var number = new int[parent.length];
    int next = 0;
    for (int run = 0; run < parent.length; run++) {
      int root = root(run);
      number[run] = root == run ? next++ : number[root];
    }
    return number;
  }
}
