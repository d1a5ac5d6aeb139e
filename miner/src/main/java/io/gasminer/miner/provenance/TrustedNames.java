package io.gasminer.miner.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Owns the names that the validators' policy knows. A name matches wherever it stands in a text,
 * upper and lower case alike.
 *
 * @param authorities organisations that may stand in a signing certificate, besides the generators
 * @param generators companies whose models may have made the media
 * @param profiles the providers that the policy tells apart, in the order it tries them
 */
public record TrustedNames(
    List<String> authorities, List<String> generators, List<Profile> profiles) {
  /** Owns one provider and the names it goes by. */
  public record Profile(String name, List<String> aliases) {
    public Profile {
      aliases = List.copyOf(aliases);
    }
  }

  public TrustedNames {
    authorities = List.copyOf(authorities);
    generators = List.copyOf(generators);
    profiles = List.copyOf(profiles);
  }

  /** The names of subnet 34. */
  public static TrustedNames sn34() {
    return new TrustedNames(
        List.of(
            "DigiCert",
            "GlobalSign",
            "Entrust",
            "Sectigo",
            "Let's Encrypt",
            "Amazon",
            "Google",
            "Microsoft",
            "Apple",
            "Cloudflare",
            "Comodo",
            "GeoTrust",
            "Thawte",
            "VeriSign",
            "GoDaddy",
            "IdenTrust",
            "Symantec",
            "QuoVadis",
            "SwissSign"),
        List.of(
            "OpenAI",
            "Google",
            "Adobe",
            "Microsoft",
            "Meta",
            "Runway",
            "Stability AI",
            "Black Forest Labs",
            "Midjourney",
            "Pika",
            "Luma",
            "Ideogram",
            "Leonardo",
            "Kuaishou",
            "Kling",
            "MiniMax",
            "Haiper",
            "Lightricks",
            "Shutterstock",
            "ByteDance",
            "Byteplus"),
        List.of(
            new Profile("openai", List.of("OpenAI", "DALL-E", "Sora", "Truepic")),
            new Profile("google", List.of("Google", "Imagen", "Gemini", "Veo")),
            new Profile("adobe", List.of("Adobe", "Firefly")),
            new Profile("microsoft", List.of("Microsoft", "Copilot", "Designer")),
            new Profile("runway", List.of("Runway")),
            new Profile(
                "stability_ai", List.of("Stability AI", "Stable Diffusion", "Stable Video")),
            new Profile("black_forest_labs", List.of("Black Forest Labs", "FLUX")),
            new Profile(
                "bytedance", List.of("ByteDance", "BytePlus", "Seedance", "BytePlus_ModelArk"))));
  }

  /** Also takes these organisations for generators, as a rehearsal does with its own. */
  public TrustedNames withOrganisations(List<String> organisations) {
    List<String> more = new ArrayList<>(generators);
    more.addAll(organisations);
    return new TrustedNames(authorities, more, profiles);
  }

  boolean mayIssue(String issuer) {
    return stands(authorities, issuer) || stands(generators, issuer);
  }

  /** Whether the text names a maker of media that validators know. */
  public boolean isGenerator(String text) {
    return stands(generators, text);
  }

  /** Whether the text is a part of a generator's name. */
  boolean isPartOfGenerator(String text) {
    return generators.stream().anyMatch(name -> lower(name).contains(lower(text)));
  }

  Optional<String> profile(List<String> texts) {
    return profiles.stream()
        .filter(profile -> texts.stream().anyMatch(text -> stands(profile.aliases(), text)))
        .map(Profile::name)
        .findFirst();
  }

  private static boolean stands(List<String> names, String text) {
    String lower = lower(text);
    return names.stream().anyMatch(name -> lower.contains(lower(name)));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
