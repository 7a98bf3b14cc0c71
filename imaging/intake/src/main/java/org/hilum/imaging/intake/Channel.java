package org.hilum.imaging.intake;

/** The ways in. */
public enum Channel {
  /** C-STORE. */
  DIMSE,
  /** STOW-RS. */
  STOW,
  /** The browser's upload page. */
  UPLOAD,
  /** A watched folder. */
  FOLDER,
  /** This program's own results. */
  PROGRAM
}
