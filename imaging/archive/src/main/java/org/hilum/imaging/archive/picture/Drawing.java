package org.hilum.imaging.archive.picture;

import java.awt.image.BufferedImage;
import org.hilum.imaging.vocabulary.Reason;

/** What came of drawing a frame. */
public sealed interface Drawing {

  /** The picture, of 8 bits a sample. */
  record Drawn(BufferedImage picture) implements Drawing {}

  /** Why there is none. */
  record NotDrawn(Reason reason) implements Drawing {}
}
