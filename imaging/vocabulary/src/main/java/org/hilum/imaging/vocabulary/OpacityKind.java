package org.hilum.imaging.vocabulary;

/**
 * What an opacity looks like (Fleischner glossary, Hansell 2008): ground-glass keeps the vessels
 * visible, consolidation hides them; undetermined where the data cannot tell.
 */
public enum OpacityKind {
  GROUND_GLASS,
  CONSOLIDATION,
  UNDETERMINED
}
