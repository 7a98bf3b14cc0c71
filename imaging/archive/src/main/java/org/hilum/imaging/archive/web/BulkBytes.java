package org.hilum.imaging.archive.web;

import org.hilum.imaging.archive.ArchivedInstance;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.Element;
import org.hilum.imaging.dicom.PlainObject;
import org.hilum.imaging.dicom.Tag;

/** Reads one value of a kept object, numbers with the lowest byte first; pixels uncompressed. */
final class BulkBytes {

  private BulkBytes() {}

  static byte[] of(ArchivedInstance instance, String path) {
    var depth = BulkValues.leadsToPixels(path) ? DicomReader.Depth.WHOLE : DicomReader.Depth.HEADER;
    var object = Viewing.open(instance, depth);
    var element = BulkValues.at(path, object.dataSet());
    if (element.isEmpty()) {
      throw DicomWebException.notHere("the object has no such value", path);
    }
    return switch (element.get().value()) {
      case Element.Bytes plain -> plain.bytes();
      case Element.Items items ->
          throw DicomWebException.notHere("a sequence is in the metadata", path);
      case Element.Fragments compressed ->
          switch (PlainObject.of(object)) {
            case PlainObject.Plain(var dataSet) ->
                dataSet.element(Tag.PIXEL_DATA).map(Element::bytes).orElse(new byte[0]);
            case PlainObject.NotPlain(var reason) ->
                throw DicomWebException.notAcceptable(
                    reason.code().code() + " " + reason.message() + ": ask for the frames");
          };
    };
  }
}
