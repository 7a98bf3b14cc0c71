package org.hilum.imaging.intake.upload;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.intake.Channel;
import org.hilum.imaging.intake.Sender;

/**
 * Files that are sent together.
 *
 * @param id random
 * @param institution code of the institution whose patients these are
 * @param account who began it
 * @param name for people, such as that of the folder; may hold a patient's name
 * @param touchedAt when something last came
 * @param reasons why it ended, unless it was finished
 */
public record Upload(
    String id,
    String institution,
    String account,
    String name,
    UploadState state,
    Instant declaredAt,
    Instant touchedAt,
    Optional<Instant> endedAt,
    List<UploadReason> reasons) {

  public Upload {
    reasons = List.copyOf(reasons);
  }

  /** By whom its files are handed in. */
  public Sender sender() {
    return new Sender(institution, account, Channel.UPLOAD, id);
  }
}
