package org.hilum.imaging.dicom.codec.jpeg2000;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.hilum.imaging.dicom.codec.CodestreamException;
import org.hilum.imaging.dicom.codec.FrameShape;

/** Decodes JPEG 2000 with the JJ2000 decoder of jai-imageio, where OpenJPEG is not installed. */
final class JavaJpeg2000 {

  private JavaJpeg2000() {}

  static short[] decode(byte[] codestream, FrameShape shape) {
    try {
      return samples(raster(codestream), shape);
    } catch (IOException | RuntimeException damaged) {
      throw CodestreamException.broken("the JPEG 2000 codestream cannot be decoded");
    }
  }

  private static Raster raster(byte[] codestream) throws IOException {
    var reader = new J2KImageReaderSpi().createReaderInstance(null);
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(codestream))) {
      reader.setInput(in, true, true);
      return reader.readRaster(0, null);
    } finally {
      reader.dispose();
    }
  }

  private static short[] samples(Raster raster, FrameShape shape) {
    var values = new int[shape.columns()];
    var samples = new short[shape.pixels()];
    for (int row = 0; row < shape.rows(); row++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + row, shape.columns(), 1, 0, values);
      for (int x = 0; x < values.length; x++) {
        samples[row * shape.columns() + x] = (short) values[x];
      }
    }
    return samples;
  }
}
