-- Within each level what is not over, oldest first, then what is over, newest first.
DROP INDEX worklist_case_urgency;
CREATE INDEX worklist_case_urgency ON worklist_case (
  greatest(asked_level, found_level, compared_level) DESC,
  (CASE WHEN state NOT IN ('READ', 'CANCELLED') THEN state_since END) NULLS LAST,
  state_since DESC, pk);
