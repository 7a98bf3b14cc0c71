package org.hilum.imaging.quantification.lesion;

import java.util.HashMap;
import org.hilum.imaging.quantification.LesionParts;

/**
 * Which runs hang together: connected components in three dimensions.
 *
 * <p>Voxels that share a face, an edge or a corner (26 neighbours) and lie in the same lung belong
 * together. Twenty-six rather than six, because an opacity that runs obliquely through thick slices
 * touches only at edges, and six would cut it into crumbs; never across two lungs, because the
 * pleurae part them. Runs of another part are another lesion's; all runs of a part that was put
 * together are one lesion's ({@link LesionParts}). <br>
 * Source: union-find over runs, He, Chao, Suzuki 2008, IEEE Trans. Image Process. 17(5), 749-756.
 */
final class RunComponents {
  private final OpacityRuns runs;
  private final int[] parent;

  private RunComponents(OpacityRuns runs) {
    this.runs = runs;
    parent = new int[runs.count()];
    for (int run = 0; run < parent.length; run++) {
      parent[run] = run;
    }
  }

  /** For each run the first run it hangs together with. */
  static int[] firstRunOfEach(OpacityRuns runs) {
    var components = new RunComponents(runs);
    components.joinAll();
    components.joinTogether();
    for (int run = 0; run < components.parent.length; run++) {
      components.parent[run] = components.parent[components.parent[run]];
    }
    return components.parent;
  }

  private void joinAll() {
    var box = runs.box();
    for (int k = box.kFrom(); k < box.kTo(); k++) {
      for (int j = box.jFrom(); j < box.jTo(); j++) {
        joinRows(k, j, k, j - 1);
        joinRows(k, j, k - 1, j - 1);
        joinRows(k, j, k - 1, j);
        joinRows(k, j, k - 1, j + 1);
      }
    }
  }

  private void joinTogether() {
    var firstOfPlace = new HashMap<Integer, Integer>();
    for (int run = 0; run < parent.length; run++) {
      if (LesionParts.isTogether(runs.part(run))) {
        var first = firstOfPlace.putIfAbsent(runs.place(run), run);
        if (first != null) {
          join(first, run);
        }
      }
    }
  }

  private void joinRows(int k, int j, int otherK, int otherJ) {
    var box = runs.box();
    if (otherK < box.kFrom() || otherJ < box.jFrom() || otherJ >= box.jTo()) {
      return;
    }
    int end = runs.endOfRow(k, j);
    int other = runs.firstOfRow(otherK, otherJ);
    int otherEnd = runs.endOfRow(otherK, otherJ);
    for (int run = runs.firstOfRow(k, j); run < end; run++) {
      while (other < otherEnd && runs.columnTo(other) < runs.columnFrom(run)) {
        other++;
      }
      for (int near = other;
          near < otherEnd && runs.columnFrom(near) <= runs.columnTo(run);
          near++) {
        if (runs.place(near) == runs.place(run)) {
          join(run, near);
        }
      }
    }
  }

  private void join(int a, int b) {
    int rootA = root(a);
    int rootB = root(b);
    // The smaller number becomes the root, so a parent always comes before its child.
    if (rootA < rootB) {
      parent[rootB] = rootA;
    } else {
      parent[rootA] = rootB;
    }
  }

  private int root(int run) {
    int at = run;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
