package org.hilum.imaging.archive.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Optional;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomObject;
import org.hilum.imaging.dicom.FrameDecode;
import org.hilum.imaging.dicom.FrameDecoder;
import org.hilum.imaging.dicom.StoredFrame;
import org.hilum.imaging.dicom.Tag;

/** Draws grey values: rescaled, windowed, turned over where the lowest value is white. */
final class GreyPicture {

  private static final int VALUES = 1 << 16;

  private GreyPicture() {}

  static Drawing draw(DicomObject object, int frame, Optional<Window> asked) {
    return switch (FrameDecoder.decode(object, frame)) {
      case FrameDecode.Undecodable(var reason) -> new Drawing.NotDrawn(reason);
      case FrameDecode.Decoded(var stored) ->
          new Drawing.Drawn(picture(stored, object.dataSet(), asked));
    };
  }

  private static BufferedImage picture(
      StoredFrame stored, DataSet dataSet, Optional<Window> asked) {
    double slope = rescale(dataSet, Tag.RESCALE_SLOPE, 1);
    double intercept = rescale(dataSet, Tag.RESCALE_INTERCEPT, 0);
    var window =
        asked
            .or(() -> Window.of(dataSet))
            .orElseGet(() -> usual(stored, dataSet, slope, intercept));
    boolean isTurned =
        dataSet.text(Tag.PHOTOMETRIC_INTERPRETATION).orElse("").equals("MONOCHROME1");
    var greys = greys(window, slope, intercept, stored.signed(), isTurned);
    var picture = new BufferedImage(stored.columns(), stored.rows(), BufferedImage.TYPE_BYTE_GRAY);
    var pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    var samples = stored.samples();
    for (int n = 0; n < pixels.length; n++) {
      pixels[n] = greys[samples[n] & 0xFFFF];
    }
    return picture;
  }

  /** Of the whole object, or what all its frames share. */
  private static double rescale(DataSet dataSet, int tag, double usual) {
    var own = dataSet.number(tag);
    if (own.isPresent()) {
      return own.getAsDouble();
    }
    return dataSet
        .item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)
        .flatMap(shared -> shared.item(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE))
        .map(item -> item.number(tag).orElse(usual))
        .orElse(usual);
  }

  private static byte[] greys(
      Window window, double slope, double intercept, boolean isSigned, boolean isTurned) {
    var greys = new byte[VALUES];
    for (int n = 0; n < VALUES; n++) {
      int grey = window.grey((isSigned ? (short) n : n) * slope + intercept);
      greys[n] = (byte) (isTurned ? 255 - grey : grey);
    }
    return greys;
  }

  private static Window usual(StoredFrame stored, DataSet dataSet, double slope, double intercept) {
    if (dataSet.text(Tag.MODALITY).orElse("").equals("CT")) {
      return Window.LUNG;
    }
    int least = Integer.MAX_VALUE;
    int greatest = Integer.MIN_VALUE;
    for (int n = 0; n < stored.samples().length; n++) {
      least = Math.min(least, stored.value(n));
      greatest = Math.max(greatest, stored.value(n));
    }
    double width = Math.max(1e-6, Math.abs((greatest - least) * slope));
    double centre = (least + greatest) / 2.0 * slope + intercept;
    return new Window(centre, width, Window.Function.LINEAR_EXACT);
  }
}
