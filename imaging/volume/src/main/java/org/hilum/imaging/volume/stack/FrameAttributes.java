package org.hilum.imaging.volume.stack;

import java.util.Optional;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;

/**
 * Where the attributes of one frame stand: at the top of a single-frame image, or in the functional
 * groups of a multi-frame one (PS3.3 C.7.6.16).
 *
 * @param image the whole data set
 * @param own functional groups of this frame; empty for a single-frame image
 * @param shared functional groups of all frames
 */
record FrameAttributes(DataSet image, Optional<DataSet> own, Optional<DataSet> shared) {

  private static final DataSet NOTHING = DataSet.builder().build();

  static FrameAttributes ofSingle(DataSet image) {
    return new FrameAttributes(image, Optional.empty(), Optional.empty());
  }

  static FrameAttributes ofFrame(DataSet image, DataSet own) {
    return new FrameAttributes(
        image, Optional.of(own), image.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE));
  }

  /** The attributes of a functional group; for a single-frame image all of its attributes. */
  DataSet group(int sequence) {
    if (own.isEmpty()) {
      return image;
    }
    return own.flatMap(groups -> groups.item(sequence))
        .or(() -> shared.flatMap(groups -> groups.item(sequence)))
        .orElse(NOTHING);
  }
}
