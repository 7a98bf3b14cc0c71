package org.hilum.imaging.phantom;

import java.util.List;
import org.hilum.imaging.phantom.anatomy.BodyFrame;
import org.hilum.imaging.phantom.anatomy.Thorax;
import org.hilum.imaging.phantom.scanner.Acquisition;
import org.hilum.imaging.phantom.scanner.Chest;
import org.hilum.imaging.phantom.scanner.Kernel;
import org.hilum.imaging.phantom.scanner.Scanner;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * A chest that looks like one on CT and of which everything is known: lungs in five lobes with
 * airways, vessels and fissures, heart, bones, chest wall, and lesions of chosen place and size.
 *
 * <p>Described once in patient space (LPS millimetres, the carina at the origin, the lungs from
 * about z = -200 to z = 108) and drawn on any grid: the same seed gives the same chest at every
 * spacing and orientation.
 *
 * <p>Limits: a drawing, one build of body; simulated figures are never clinical accuracy. No
 * motion, metal, contrast or effusion.
 *
 * @param seed of vessels, texture and edges
 * @param size of the body, 1 as described (lungs of about 5 L at full inspiration)
 * @param breath height of the lungs, 1 at full inspiration
 * @param isMirrored whether left and right are swapped (situs inversus)
 * @param lesions where two overlap, the later one wins
 */
public record ChestPhantom(
    long seed, double size, double breath, boolean isMirrored, List<PhantomLesion> lesions) {

  /** Lesions are told apart by a byte. */
  private static final int MOST_LESIONS = 127;

  public ChestPhantom {
    lesions = List.copyOf(lesions);
    if (lesions.size() > MOST_LESIONS) {
      throw new IllegalArgumentException("at most " + MOST_LESIONS + " lesions can be drawn");
    }
  }

  /** A healthy chest at full inspiration. */
  public static ChestPhantom standard(long seed) {
    return new ChestPhantom(seed, 1, 1, false, List.of());
  }

  /** The same chest with these lesions only. */
  public ChestPhantom withLesions(List<PhantomLesion> others) {
    return new ChestPhantom(seed, size, breath, isMirrored, others);
  }

  /** The same chest with these lesions only. */
  public ChestPhantom withLesions(PhantomLesion... others) {
    return withLesions(List.of(others));
  }

  /** The same chest at another breath: diaphragm higher, lungs smaller and denser, mass kept. */
  public ChestPhantom breathing(double part) {
    return new ChestPhantom(seed, size, part, isMirrored, lesions);
  }

  /** The same chest in a smaller or larger body. */
  public ChestPhantom sized(double factor) {
    return new ChestPhantom(seed, factor, breath, isMirrored, lesions);
  }

  /** The chest seen in a mirror: heart and what else was left is right. */
  public ChestPhantom mirrored() {
    return new ChestPhantom(seed, size, breath, !isMirrored, lesions);
  }

  /** The same patient on a day. */
  public ChestPhantom at(StudyMoment moment) {
    return withLesions(moment.lesions()).breathing(moment.breath());
  }

  /** Draws the chest as the grid's plane has the patient lie. */
  public PhantomScan draw(ScanGrid grid, ScanProtocol protocol) {
    return draw(grid.geometry(), protocol.in(grid.plane().patientPosition()));
  }

  /** Draws the chest on any voxels. */
  public PhantomScan draw(VolumeGeometry geometry, ScanProtocol protocol) {
    var frame = new BodyFrame(size, breath, isMirrored);
    var thorax = new Thorax();
    var placement = new LesionPlacement(thorax, frame);
    var opacities = lesions.stream().map(placement::opacity).toList();
    var acquisition =
        new Acquisition(
            protocol.thicknessMm(),
            protocol.noiseHu(),
            Kernel.valueOf(protocol.kernel().name()),
            protocol.position().isProne(),
            seed * 31 + protocol.scanNumber());
    var slices =
        new Scanner(Chest.of(thorax, frame, opacities, seed), geometry, acquisition).scan();
    return new DrawnTruth(slices, lesions, placement).scan(protocol);
  }
}
