package io.gasminer.gascli.doctor;

import java.util.List;

/** What is wrong with the operator's own catalogue of models. */
record CatalogCheck(List<String> problems) implements Check {
  @Override
  public String subject() {
    return "catalogue";
  }

  @Override
  public List<Finding> look() {
    return problems.stream()
        .map(
            problem ->
                Finding.lasting(
                    problem,
                    "the miner does not start, and its models are not looked at",
                    "mend the file, or leave MINER_MODEL_CATALOG out"))
        .toList();
  }
}
