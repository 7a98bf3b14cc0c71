package org.hilum.imaging.archive.web;

import jakarta.servlet.http.HttpServletRequest;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hilum.imaging.archive.picture.PictureFile;
import org.hilum.imaging.archive.picture.Window;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * How a picture is wanted (PS3.18 8.3.5).
 *
 * @param viewport width and height, then left, top, width and height of the part shown; fewer where
 *     not asked for
 * @param quality of a JPEG, 1 to 100
 */
record PictureRequest(MediaType type, Optional<Window> window, int[] viewport, int quality) {

  private static final int USUAL_QUALITY = 90;
  private static final int LARGEST_SIDE = 4096;
  private static final int THUMBNAIL_SIDE = 128;

  static PictureRequest of(HttpServletRequest request) {
    var type =
        Accepted.of(request)
            .simple(MediaType.IMAGE_JPEG, MediaType.IMAGE_PNG)
            .orElseThrow(
                () -> DicomWebException.notAcceptable("pictures are image/jpeg or image/png"));
    return new PictureRequest(
        type,
        window(request.getParameter("window")),
        viewport(request.getParameter("viewport")),
        quality(request.getParameter("quality")));
  }

  /** Small, where no size is asked for. */
  PictureRequest small() {
    return viewport.length > 0
        ? this
        : new PictureRequest(type, window, new int[] {THUMBNAIL_SIDE, THUMBNAIL_SIDE}, quality);
  }

  private static Optional<Window> window(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    var parts = text.split(",");
    try {
      if (parts.length == 2 || parts.length == 3) {
        var function =
            parts.length == 2
                ? Window.Function.LINEAR
                : Window.Function.valueOf(parts[2].toUpperCase(Locale.ROOT).replace('-', '_'));
        return Optional.of(
            new Window(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), function));
      }
    } catch (IllegalArgumentException noWindow) {
      // Said below.
    }
    throw DicomWebException.malformed(
        "a window is centre,width and linear, linear-exact or sigmoid", "window");
  }

  private static int[] viewport(@Nullable String text) {
    if (text == null) {
      return new int[0];
    }
    boolean isWritten =
        text.matches("[0-9]{1,5},[0-9]{1,5}(,[0-9]{0,5},[0-9]{0,5}(,[0-9]{0,5},[0-9]{0,5})?)?");
    if (isWritten) {
      var numbers =
          Arrays.stream(text.split(",", -1))
              .mapToInt(part -> part.isEmpty() ? 0 : Integer.parseInt(part))
              .toArray();
      if (isSide(numbers[0]) && isSide(numbers[1])) {
        return numbers;
      }
    }
    throw DicomWebException.malformed(
        "a viewport is width,height of 1 to 4096, and may add left,top,width,height", "viewport");
  }

  private static boolean isSide(int side) {
    return side >= 1 && side <= LARGEST_SIDE;
  }

  private static int quality(@Nullable String text) {
    if (text == null) {
      return USUAL_QUALITY;
    }
    if (!text.matches("[1-9][0-9]?|100")) {
      throw DicomWebException.malformed("the quality is a number of 1 to 100", "quality");
    }
    return Integer.parseInt(text);
  }

  /** The picture as it goes out. */
  byte[] written(BufferedImage picture) {
    var shown = shown(picture);
    return type.equals(MediaType.IMAGE_PNG)
        ? PictureFile.png(shown)
        : PictureFile.jpeg(shown, quality);
  }

  private BufferedImage shown(BufferedImage picture) {
    if (viewport.length == 0) {
      return picture;
    }
    var part = picture;
    if (viewport.length >= 4) {
      int width = viewport.length == 6 && viewport[4] > 0 ? viewport[4] : picture.getWidth();
      int height = viewport.length == 6 && viewport[5] > 0 ? viewport[5] : picture.getHeight();
      part = PictureFile.cut(picture, viewport[2], viewport[3], width, height);
    }
    return PictureFile.fitted(part, viewport[0], viewport[1]);
  }
}
