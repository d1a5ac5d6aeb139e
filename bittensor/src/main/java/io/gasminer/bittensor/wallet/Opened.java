package io.gasminer.bittensor.wallet;

/** What one password did to an encrypted file. */
sealed interface Opened {
  /** It opened; whoever reads the content wipes it. */
  record Plain(byte[] content) implements Opened {}

  /** It does not fit, or the file has changed since it was written: nobody can tell which. */
  record WrongPassword() implements Opened {}

  /** The file cannot be opened with any password. */
  record Broken(String reason) implements Opened {}

  /** This machine has not the memory that the key takes; the file may be whole. */
  record NoMemory(String reason) implements Opened {}
}
