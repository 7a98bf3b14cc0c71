package org.hilum.imaging.reporting.registration;

/** Attributes that only registrations have (PS3.6; PS3.3 C.20.2, C.20.3, C.12.2). */
final class RegistrationTag {

  static final int REGISTRATION_SEQUENCE = 0x00700308;
  static final int MATRIX_REGISTRATION_SEQUENCE = 0x00700309;
  static final int MATRIX_SEQUENCE = 0x0070030A;
  static final int MATRIX_TYPE = 0x0070030C;
  static final int REGISTRATION_TYPE_CODE_SEQUENCE = 0x0070030D;
  static final int TRANSFORMATION_MATRIX = 0x300600C6;
  static final int TRANSFORMATION_COMMENT = 0x300600C8;
  static final int DEFORMABLE_REGISTRATION_SEQUENCE = 0x00640002;
  static final int SOURCE_FRAME_OF_REFERENCE_UID = 0x00640003;
  static final int GRID_SEQUENCE = 0x00640005;
  static final int GRID_DIMENSIONS = 0x00640007;
  static final int GRID_RESOLUTION = 0x00640008;
  static final int VECTOR_GRID_DATA = 0x00640009;
  static final int PRE_MATRIX_SEQUENCE = 0x0064000F;
  static final int POST_MATRIX_SEQUENCE = 0x00640010;
  static final int OTHER_STUDIES_SEQUENCE = 0x00081200;

  private RegistrationTag() {}
}
