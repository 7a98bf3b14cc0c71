package org.hilum.imaging.quantification.lesion;

import java.util.List;
import java.util.Optional;
import org.hilum.imaging.quantification.LesionParts;
import org.hilum.imaging.quantification.partition.IndexBox;
import org.hilum.imaging.quantification.partition.RegionPartition;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.jspecify.annotations.Nullable;

/**
 * The opacity voxels of the lungs as runs: stretches of a row that lie in one lung.
 *
 * <p>Where lesions were parted or put together by hand, a run also lies in one part only. <br>
 * Runs are numbered slice by slice, row by row, column by column. <br>
 * Cost: four whole numbers a run; a badly affected chest has about a million.
 */
final class OpacityRuns {
  private final IndexBox box;
  private final int[] firstOfRow;
  private final int[] columnFrom;
  private final int[] columnTo;

  /** Part in the higher bits, side in the lowest. */
  private final int[] place;

  private OpacityRuns(IndexBox box, List<SliceRuns> slices) {
    this.box = box;
    int runs = slices.stream().mapToInt(slice -> slice.from.size()).sum();
    int rows = box.jTo() - box.jFrom();
    firstOfRow = new int[slices.size() * rows + 1];
    columnFrom = new int[runs];
    columnTo = new int[runs];
    place = new int[runs];
    int at = 0;
    int row = 0;
    for (var slice : slices) {
      slice.from.copyTo(columnFrom, at);
      slice.to.copyTo(columnTo, at);
      slice.place.copyTo(place, at);
      for (int j = 0; j < rows; j++) {
        firstOfRow[row++] = at + slice.firstOfRow[j];
      }
      at += slice.from.size();
    }
    firstOfRow[row] = at;
  }

  /** Finds the runs inside a box. */
  static OpacityRuns of(ChestSegmentation masks, IndexBox box, Optional<LesionParts> parts) {
    var slices =
        java.util.stream.IntStream.range(box.kFrom(), box.kTo())
            .parallel()
            .mapToObj(k -> SliceRuns.of(masks, box, parts, k))
            .toList();
    return new OpacityRuns(box, slices);
  }

  /** The runs of one slice, numbered from 0. */
  private record SliceRuns(int[] firstOfRow, IntList from, IntList to, IntList place) {

    static SliceRuns of(ChestSegmentation masks, IndexBox box, Optional<LesionParts> parts, int k) {
      var runs =
          new SliceRuns(
              new int[box.jTo() - box.jFrom()], new IntList(), new IntList(), new IntList());
      int columns = masks.opacity().geometry().columns();
      byte[] part = parts.isPresent() ? parts.get().slice(k) : null;
      for (int j = box.jFrom(); j < box.jTo(); j++) {
        runs.firstOfRow[j - box.jFrom()] = runs.from.size();
        runs.addRow(masks.opacity().labels()[k], masks.lungs().labels()[k], part, j * columns, box);
      }
      return runs;
    }

    private void addRow(
        byte[] opacity, byte[] lungs, byte @Nullable [] part, int start, IndexBox box) {
      int open = -1;
      for (int i = box.iFrom(); i < box.iTo(); i++) {
        int here = opacity[start + i] == 0 ? -1 : lungSide(lungs[start + i]);
        if (here >= 0 && part != null) {
          here |= (part[start + i] & 0xFF) << 1;
        }
        if (here != open) {
          if (open >= 0) {
            to.add(i);
          }
          if (here >= 0) {
            from.add(i);
            place.add(here);
          }
          open = here;
        }
      }
      if (open >= 0) {
        to.add(box.iTo());
      }
    }

    private static int lungSide(byte label) {
      int side = RegionPartition.side(label);
      return side > 1 ? -1 : Math.max(side, -1);
    }
  }

  /** Number of runs. */
  int count() {
    return columnFrom.length;
  }

  /** The box the runs were looked for in. */
  IndexBox box() {
    return box;
  }

  /** First run of a row; the runs of the row end where the next row's begin. */
  int firstOfRow(int k, int j) {
    return firstOfRow[(k - box.kFrom()) * (box.jTo() - box.jFrom()) + j - box.jFrom()];
  }

  /** After the last run of a row. */
  int endOfRow(int k, int j) {
    return firstOfRow[(k - box.kFrom()) * (box.jTo() - box.jFrom()) + j - box.jFrom() + 1];
  }

  int columnFrom(int run) {
    return columnFrom[run];
  }

  int columnTo(int run) {
    return columnTo[run];
  }

  /** 0 for the left lung, 1 for the right. */
  int side(int run) {
    return place[run] & 1;
  }

  /** Runs of different places never hang together: another side, or another part. */
  int place(int run) {
    return place[run];
  }

  /** Part a run lies in; 0 where nobody parted or put together anything. */
  int part(int run) {
    return place[run] >> 1;
  }

  int length(int run) {
    return columnTo[run] - columnFrom[run];
  }
}
