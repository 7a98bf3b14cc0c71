package org.hilum.imaging.segmentation.scope;

/**
 * What a scan and the lungs found in it are like.
 *
 * @param grey where air and soft tissue lie on the grey scale
 * @param mediastinum heart and great vessels
 * @param sides whether liver and heart lie on their usual sides
 * @param form size of the lungs
 */
public record ScanCharacter(
    GreyLevels grey, Mediastinum mediastinum, BodySides sides, LungForm form) {

  /** Looks at a scan in which some lung was found. */
  public static ScanCharacter of(ScanBlocks blocks) {
    var box = LungBox.of(blocks);
    var mediastinum = Mediastinum.of(blocks, box);
    return new ScanCharacter(
        GreyLevels.of(blocks),
        mediastinum,
        BodySides.of(blocks, box, mediastinum),
        LungForm.of(blocks, box));
  }
}
