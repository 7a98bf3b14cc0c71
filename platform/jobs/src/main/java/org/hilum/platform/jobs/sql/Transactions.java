package org.hilum.platform.jobs.sql;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does several statements together or not at all, joining the caller's transaction if any. */
final class Transactions {

  private static final int MOST_TRIES = 5;

  private final TransactionTemplate template;

  Transactions(DataSource source) {
    template = new TransactionTemplate(new JdbcTransactionManager(source));
  }

  /** Does it; again where others were in the way, unless that is for the caller to decide. */
  <T> T of(Supplier<T> statements) {
    boolean isWhole = !TransactionSynchronizationManager.isActualTransactionActive();
    for (int tried = 1; ; tried++) {
      try {
        return template.execute(status -> statements.get());
      } catch (ConcurrencyFailureException inTheWay) {
        if (!isWhole || tried == MOST_TRIES) {
          throw inTheWay;
        }
      }
    }
  }

  /** Does it once what was changed is safe on disk. */
  static void afterwards(Runnable action) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              action.run();
            }
          });
    } else {
      action.run();
    }
  }
}
