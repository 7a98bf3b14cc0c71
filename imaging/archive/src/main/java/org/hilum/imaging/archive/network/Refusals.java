package org.hilum.imaging.archive.network;

import org.hilum.imaging.dicom.DimseStatus;
import org.hilum.imaging.dicom.QueryRefusedException;

/** The answers to what is not found or sent (PS3.4 tables C.4-1 to C.4-3). */
final class Refusals {

  private Refusals() {}

  static QueryRefusedException notOfItsModel(String why) {
    return new QueryRefusedException(new DimseStatus(0xA900, why));
  }

  static QueryRefusedException outOfResources(String why) {
    return new QueryRefusedException(DimseStatus.outOfResources(why));
  }

  static QueryRefusedException tooMany(String why) {
    return new QueryRefusedException(new DimseStatus(0xA701, why));
  }

  static QueryRefusedException notAuthorised(String callingTitle) {
    return new QueryRefusedException(
        DimseStatus.notAuthorised(callingTitle + " may not ask: see the administrator"));
  }
}
