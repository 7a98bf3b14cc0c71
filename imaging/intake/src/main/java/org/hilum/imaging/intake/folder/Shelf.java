package org.hilum.imaging.intake.folder;

/** Where a file is put away. */
public enum Shelf {
  /** Its objects are safe. */
  DONE("done"),
  /** Something in it should have been taken and was not. */
  FAILED("failed"),
  /** There is nothing in it to be taken. */
  LEFT_ALONE("left-alone");

  private final String folder;

  Shelf(String folder) {
    this.folder = folder;
  }

  /** Its name in the watched folder. */
  public String folder() {
    return folder;
  }

  static boolean isShelf(String name) {
    for (var shelf : values()) {
      if (shelf.folder.equals(name)) {
        return true;
      }
    }
    return false;
  }
}
