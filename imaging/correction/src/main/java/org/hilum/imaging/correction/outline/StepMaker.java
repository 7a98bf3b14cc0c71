package org.hilum.imaging.correction.outline;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import org.hilum.imaging.correction.CorrectionLimits;
import org.hilum.imaging.correction.CorrectionReason;
import org.hilum.imaging.correction.CorrectionRefusal;
import org.hilum.imaging.correction.StepKind;
import org.hilum.imaging.correction.StepRequest;
import org.hilum.imaging.segmentation.OpacityLabel;

/**
 * Makes of what somebody asks for the change of voxels that it is.
 *
 * <p>In: outlines and lesions of one revision. <br>
 * Out: the change, not yet done, and a word about it. <br>
 * Limits: only lung is ever outlined; marks outside are left out, and said.
 */
public final class StepMaker {

  private final Outlines outlines;
  private final KnownLesions lesions;
  private final LungBox box;
  private final CorrectionLimits limits;

  public StepMaker(Outlines outlines, KnownLesions lesions, LungBox box, CorrectionLimits limits) {
    this.outlines = outlines;
    this.lesions = lesions;
    this.box = box;
    this.limits = limits;
  }

  /**
   * A change to be done.
   *
   * @param note for people: what became of it, where there is more to say than its kind
   */
  public record Made(OutlineChange change, String note) {}

  /** What a request means. */
  public Made make(StepRequest request) throws CorrectionRefusal {
    var made =
        switch (request.kind()) {
          case PAINT -> painted(request, false);
          case ADD -> painted(request, true);
          case ERASE -> erased(request);
          case FILL -> filled(request);
          case GROW -> grown(request);
          case DELETE_LESION -> deleted(request);
          case CHANGE_CLASS -> changed(request);
          case SPLIT -> split(request);
          case MERGE -> merged(request);
        };
    if (made.change().isEmpty()) {
      throw new CorrectionRefusal(
          CorrectionReason.NO_EFFECT,
          made.note().isEmpty() ? "the step changes no voxel" : made.note());
    }
    return made;
  }

  private Made painted(StepRequest request, boolean isOwn) throws CorrectionRefusal {
    var marked = Stroke.voxels(request, outlines.geometry(), limits);
    int label = label(request);
    int asked = marked.cardinality();
    outlines.keepLung(marked);
    int outside = asked - marked.cardinality();
    var note = outside == 0 ? "" : outside + " voxels outside the lungs were left out";
    int part = isOwn ? Parts.free(outlines, box) : partOf(marked);
    return new Made(
        change(
            marked,
            voxel ->
                outlines.label(voxel) == 0 || isOwn
                    ? OutlineChange.state(label, part)
                    : OutlineChange.state(label, outlines.part(voxel))),
        note);
  }

  /** New opacity is of the part that it touches most, so that it joins the lesion it touches. */
  private int partOf(BitSet marked) {
    if (!outlines.isParted()) {
      return 0;
    }
    var touched = new int[1 << Byte.SIZE];
    var neighbours = new Neighbours(outlines.geometry());
    marked.stream()
        .forEach(
            voxel ->
                neighbours.forEach26(
                    voxel,
                    near -> {
                      if (!marked.get(near) && outlines.label(near) != 0) {
                        touched[outlines.part(near)]++;
                      }
                    }));
    int most = 0;
    for (int part = 1; part < touched.length; part++) {
      most = touched[part] > touched[most] ? part : most;
    }
    return most;
  }

  private Made erased(StepRequest request) throws CorrectionRefusal {
    return new Made(change(Stroke.voxels(request, outlines.geometry(), limits), _ -> 0), "");
  }

  private Made deleted(StepRequest request) throws CorrectionRefusal {
    return new Made(change(ofLesions(request), _ -> 0), named("deleted", request));
  }

  private Made changed(StepRequest request) throws CorrectionRefusal {
    int label = label(request);
    var marked =
        request.lesions().isEmpty()
            ? Stroke.voxels(request, outlines.geometry(), limits)
            : ofLesions(request);
    return new Made(
        change(
            marked,
            voxel ->
                outlines.label(voxel) == 0 ? 0 : OutlineChange.state(label, outlines.part(voxel))),
        request.lesions().isEmpty() ? "" : named("class " + label, request));
  }

  private Made filled(StepRequest request) throws CorrectionRefusal {
    var ofLesions = ofLesions(request);
    var holes = new Filling(outlines, box).holes(ofLesions);
    int label = request.label().isPresent() ? label(request) : commonLabel(ofLesions);
    int part = outlines.part(ofLesions.nextSetBit(0));
    return new Made(
        change(
            holes,
            voxel ->
                outlines.label(voxel) == 0
                    ? OutlineChange.state(label, part)
                    : outlines.state(voxel)),
        holes.isEmpty()
            ? "the lesion has no hole in any slice"
            : holes.cardinality() + " voxels, slice by slice");
  }

  private int commonLabel(BitSet voxels) {
    var count = new int[OpacityLabel.UNDETERMINED + 1];
    voxels.stream().forEach(voxel -> count[outlines.label(voxel)]++);
    int most = OpacityLabel.GROUND_GLASS;
    for (int label = most; label < count.length; label++) {
      most = count[label] > count[most] ? label : most;
    }
    return most;
  }

  private Made grown(StepRequest request) throws CorrectionRefusal {
    var mark = Stroke.voxels(request, outlines.geometry(), limits);
    var growing = Growing.from(outlines, mark, request.bounds(), limits);
    int label = label(request);
    var grown = growing.voxels();
    int part = partOf(grown);
    return new Made(
        change(
            grown,
            voxel ->
                outlines.label(voxel) == 0
                    ? OutlineChange.state(label, part)
                    : outlines.state(voxel)),
        String.format(
            Locale.ROOT,
            "%d to %d HU, within %.0f mm of the mark",
            growing.fromHu(),
            growing.toHu(),
            growing.reachMm()));
  }

  private Made split(StepRequest request) throws CorrectionRefusal {
    requireLesions(request, 1, 1);
    return new Parting(outlines, box)
        .split(
            ofLesions(request),
            Stroke.voxels(request, outlines.geometry(), limits),
            String.join("", uidsOf(request)));
  }

  private Made merged(StepRequest request) throws CorrectionRefusal {
    requireLesions(request, 2, Integer.MAX_VALUE);
    return new Parting(outlines, box).merge(ofLesions(request), String.join(", ", uidsOf(request)));
  }

  private static void requireLesions(StepRequest request, int least, int most)
      throws CorrectionRefusal {
    int count = request.lesions().size();
    if (count < least || count > most) {
      throw new CorrectionRefusal(
          CorrectionReason.STEP_UNCLEAR,
          request.kind() == StepKind.SPLIT
              ? "name the one lesion to split"
              : "name at least two lesions to put together");
    }
  }

  private BitSet ofLesions(StepRequest request) throws CorrectionRefusal {
    if (request.lesions().isEmpty()) {
      throw new CorrectionRefusal(CorrectionReason.STEP_UNCLEAR, "no lesion is named");
    }
    var numbers = lesions.numbers(request.lesions());
    var wanted = new boolean[1 << Short.SIZE];
    Arrays.stream(numbers).forEach(number -> wanted[number] = true);
    var voxels = new BitSet();
    box.forEachStretch(
        lesions.labels(),
        (number, from, to) -> {
          if (wanted[number]) {
            voxels.set(from, to);
          }
        });
    return voxels;
  }

  private String[] uidsOf(StepRequest request) throws CorrectionRefusal {
    return Arrays.stream(lesions.numbers(request.lesions()))
        .mapToObj(number -> lesions.uids().get(number - 1).value())
        .toArray(String[]::new);
  }

  private String named(String what, StepRequest request) throws CorrectionRefusal {
    return what + ": " + String.join(", ", uidsOf(request));
  }

  private static int label(StepRequest request) throws CorrectionRefusal {
    int label =
        request
            .label()
            .orElseThrow(
                () -> new CorrectionRefusal(CorrectionReason.STEP_UNCLEAR, "a class is needed"));
    if (label < OpacityLabel.GROUND_GLASS || label > OpacityLabel.UNDETERMINED) {
      throw new CorrectionRefusal(
          CorrectionReason.STEP_UNCLEAR,
          "a class is 1 ground-glass, 2 consolidation or 3 of undetermined kind");
    }
    return label;
  }

  private OutlineChange change(BitSet voxels, IntUnaryOperator is) {
    return Parts.change(outlines, voxels, is);
  }
}
