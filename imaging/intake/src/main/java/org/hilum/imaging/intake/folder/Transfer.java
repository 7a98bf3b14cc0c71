package org.hilum.imaging.intake.folder;

import java.util.TreeSet;
import java.util.UUID;
import org.hilum.imaging.intake.Channel;
import org.hilum.imaging.intake.FolderSettings;
import org.hilum.imaging.intake.Sender;

/** The files of one sub-folder that come one after the other, until none of them waits any more. */
public final class Transfer {

  private final Sender sender;
  private final TreeSet<String> studies = new TreeSet<>();
  private int taken;
  private int others;

  /** It begins. */
  public Transfer(FolderSettings settings) {
    this.sender =
        new Sender(
            settings.institution(),
            settings.name(),
            Channel.FOLDER,
            "folder:" + settings.name() + ":" + UUID.randomUUID());
  }

  /** By whom its files are handed in. */
  public Sender sender() {
    return sender;
  }

  /** Counts a file. */
  public void add(Verdict verdict) {
    studies.addAll(verdict.studies());
    taken += verdict.objects();
    others += verdict.reasons().size();
  }

  /** The studies its objects belong to. */
  public TreeSet<String> studies() {
    return studies;
  }

  /** For the trail. */
  public String words() {
    return "objects taken: " + taken + ", reasons not to take others: " + others;
  }
}
