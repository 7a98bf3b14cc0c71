package org.hilum.imaging.correction.outline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hilum.imaging.correction.CorrectionReason;
import org.hilum.imaging.correction.CorrectionRefusal;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.quantification.ChestMeasurements;

/**
 * Which lesion each voxel belongs to at one revision, and by which UID each lesion is followed.
 *
 * @param labels number of the lesion at each voxel
 * @param uids Tracking UIDs, that of number 1 first
 * @param anchors a voxel of each lesion, by which it is found again after a restart
 */
public record KnownLesions(short[][] labels, List<Uid> uids, int[] anchors) {

  public KnownLesions {
    uids = List.copyOf(uids);
  }

  /** How UIDs go with lesions that were measured anew. */
  @FunctionalInterface
  public interface Naming {
    /** UID of a lesion that was not there before. */
    Uid born(int number);
  }

  /** Those of the network. */
  public static KnownLesions first(ChestMeasurements measured, List<Uid> uids, LungBox box) {
    var anchors = new Anchors(measured.lesions().size());
    box.forEachStretch(measured.lesionLabels(), (number, from, to) -> anchors.see(number, from));
    return new KnownLesions(measured.lesionLabels(), uids, anchors.voxels);
  }

  /**
   * Those measured after a step: a lesion keeps the UID of the earlier one it overlaps most; an
   * earlier one's UID goes to one lesion only, which has most of it.
   */
  public KnownLesions next(ChestMeasurements measured, Naming naming, LungBox box) {
    int count = measured.lesions().size();
    var anchors = new Anchors(count);
    var overlaps = new HashMap<Integer, int[]>();
    box.forEachStretch(
        measured.lesionLabels(),
        (number, from, to) -> {
          anchors.see(number, from);
          countOverlap(overlaps, number, from, to, box.sliceSize());
        });
    var named = new Uid[count];
    var taken = new HashSet<Uid>();
    overlaps.entrySet().stream()
        .sorted(
            (one, other) ->
                one.getValue()[0] != other.getValue()[0]
                    ? Integer.compare(other.getValue()[0], one.getValue()[0])
                    : Integer.compare(one.getKey(), other.getKey()))
        .forEach(
            overlap -> {
              int number = overlap.getKey() >>> Short.SIZE;
              var uid = uids.get((overlap.getKey() & 0xFFFF) - 1);
              if (named[number - 1] == null && taken.add(uid)) {
                named[number - 1] = uid;
              }
            });
    return new KnownLesions(measured.lesionLabels(), orBorn(named, naming, taken), anchors.voxels);
  }

  private static List<Uid> orBorn(Uid[] named, Naming naming, Set<Uid> taken) {
    var uids = new ArrayList<Uid>(named.length);
    for (int n = 0; n < named.length; n++) {
      var uid = named[n] == null ? naming.born(n + 1) : named[n];
      taken.add(uid);
      uids.add(uid);
    }
    return uids;
  }

  private void countOverlap(
      Map<Integer, int[]> overlaps, int number, int from, int to, int sliceSize) {
    var slice = labels[from / sliceSize];
    int start = from / sliceSize * sliceSize;
    int earlier = 0;
    int length = 0;
    for (int voxel = from; voxel < to; voxel++) {
      int here = slice[voxel - start];
      if (here != earlier) {
        add(overlaps, number, earlier, length);
        earlier = here;
        length = 0;
      }
      length++;
    }
    add(overlaps, number, earlier, length);
  }

  private static void add(Map<Integer, int[]> overlaps, int number, int earlier, int length) {
    if (earlier != 0 && length > 0) {
      overlaps.computeIfAbsent(number << Short.SIZE | earlier, _ -> new int[1])[0] += length;
    }
  }

  /** Those measured from outlines that were put together again from what was kept. */
  public static KnownLesions restored(
      ChestMeasurements measured, Map<Uid, Integer> kept, Naming naming, LungBox box) {
    var anchors = new Anchors(measured.lesions().size());
    box.forEachStretch(measured.lesionLabels(), (number, from, to) -> anchors.see(number, from));
    var named = new Uid[measured.lesions().size()];
    kept.forEach(
        (uid, voxel) -> {
          int number = measured.lesionLabels()[voxel / box.sliceSize()][voxel % box.sliceSize()];
          if (number > 0 && named[number - 1] == null) {
            named[number - 1] = uid;
          }
        });
    return new KnownLesions(
        measured.lesionLabels(), orBorn(named, naming, new HashSet<>()), anchors.voxels);
  }

  /** Numbers of lesions named by number or by UID. */
  int[] numbers(Collection<String> ids) throws CorrectionRefusal {
    var numbers = new int[ids.size()];
    int at = 0;
    for (var id : ids) {
      numbers[at++] = number(id);
    }
    return Arrays.stream(numbers).distinct().toArray();
  }

  private int number(String id) throws CorrectionRefusal {
    for (int n = 0; n < uids.size(); n++) {
      if (uids.get(n).value().equals(id) || Integer.toString(n + 1).equals(id)) {
        return n + 1;
      }
    }
    throw new CorrectionRefusal(
        CorrectionReason.NO_SUCH_LESION, "there is no lesion " + id + " at this revision");
  }

  /** The first voxel seen of each lesion. */
  private static final class Anchors {
    private final int[] voxels;

    Anchors(int count) {
      voxels = new int[count];
      Arrays.fill(voxels, -1);
    }

    void see(int number, int voxel) {
      if (voxels[number - 1] < 0) {
        voxels[number - 1] = voxel;
      }
    }
  }
}
