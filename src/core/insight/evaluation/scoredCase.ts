/** An answer that a human has checked. */
export interface ScoredCase {
  /** How sure the machine was, 0-1. */
  score: number;
  correct: boolean;
}
