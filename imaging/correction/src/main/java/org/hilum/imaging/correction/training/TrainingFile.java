package org.hilum.imaging.correction.training;

import java.util.List;

/** The files of a case that is handed out. */
final class TrainingFile {

  /** HU. */
  static final String CT = "ct.nii.gz";

  /** What the network outlined. */
  static final String NETWORK = "network.nii.gz";

  /** What a person made of it. */
  static final String CORRECTED = "corrected.nii.gz";

  /** Which network, which steps. */
  static final String PROVENANCE = "provenance.json";

  static final List<String> NAMES = List.of(CT, NETWORK, CORRECTED, PROVENANCE);

  private TrainingFile() {}
}
