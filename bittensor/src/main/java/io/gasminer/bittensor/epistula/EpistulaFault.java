package io.gasminer.bittensor.epistula;

/**
 * Why a request is refused, in the words that validators know.
 *
 * <p>The verifier only says what is wrong; {@link #status} is the HTTP status that the field
 * expects with it, and {@link #detail} the text of {@code {"detail": …}}.
 */
public sealed interface EpistulaFault extends HeaderVerdict, BodyVerdict {
  /** The HTTP status: 400 or 401. */
  int status();

  /** The text. */
  String detail();

  /** The version header is not {@code 2}. */
  record UnknownVersion() implements EpistulaFault {
    @Override
    public int status() {
      return 400;
    }

    @Override
    public String detail() {
      return "Unknown Epistula version";
    }
  }

  /** Signed for another hotkey, or for nobody. */
  record NotForSelf() implements EpistulaFault {
    @Override
    public int status() {
      return 400;
    }

    @Override
    public String detail() {
      return "Bad Request, message is not intended for self";
    }
  }

  /** The signer is in no row of the metagraph snapshot. */
  record UnknownSigner() implements EpistulaFault {
    @Override
    public int status() {
      return 401;
    }

    @Override
    public String detail() {
      return "Signer not in metagraph";
    }
  }

  /** The signer's total stake is below the minimum. */
  record StakeBelowMinimum(double stake) implements EpistulaFault {
    @Override
    public int status() {
      return 401;
    }

    @Override
    public String detail() {
      return "Stake below minimum: " + Wire.floatText(stake);
    }
  }

  /** Signature, timestamp or uuid is missing or cannot be read; {@code what} names it. */
  record Unreadable(String what) implements EpistulaFault {
    @Override
    public int status() {
      return 400;
    }

    @Override
    public String detail() {
      return "Invalid " + what;
    }
  }

  /** The timestamp is outside the window; the detail says by how much. */
  record OutsideWindow(String detail) implements EpistulaFault {
    @Override
    public int status() {
      return 400;
    }
  }

  /** The signature is not the signer's over this body. */
  record SignatureMismatch() implements EpistulaFault {
    @Override
    public int status() {
      return 400;
    }

    @Override
    public String detail() {
      return "Signature Mismatch";
    }
  }
}
