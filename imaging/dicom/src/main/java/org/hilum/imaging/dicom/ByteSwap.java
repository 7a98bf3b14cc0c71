package org.hilum.imaging.dicom;

/** Turns binary numbers of a big-endian file into little-endian ones, in place. */
final class ByteSwap {

  private ByteSwap() {}

  /** Swaps every number of a value; a rest that is no whole number stays as it is. */
  static void toLittleEndian(Vr vr, byte[] value) {
    int size = numberBytes(vr);
    for (int start = 0; size > 1 && start + size <= value.length; start += size) {
      for (int low = start, high = start + size - 1; low < high; low++, high--) {
        byte kept = value[low];
        value[low] = value[high];
        value[high] = kept;
      }
    }
  }

  /** Bytes of one number; 1 where there is no byte order. An AT is two numbers of two bytes. */
  static int numberBytes(Vr vr) {
    return switch (vr) {
      case US, SS, OW, AT -> 2;
      case UL, SL, FL, OL, OF -> 4;
      case FD, OD, SV, UV, OV -> 8;
      case AE, AS, CS, DA, DS, DT, IS, LO, LT, OB, PN, SH, SQ, ST, TM, UC, UI, UN, UR, UT -> 1;
    };
  }
}
