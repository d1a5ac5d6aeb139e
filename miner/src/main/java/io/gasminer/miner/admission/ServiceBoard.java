package io.gasminer.miner.admission;

import io.gasminer.miner.task.Modality;
import java.util.List;
import java.util.Map;

/**
 * Owns which services are configured, and what each can make.
 *
 * @param services in the order in which {@code /miner_info} shows them
 */
public record ServiceBoard(List<Service> services) {
  /**
   * One service.
   *
   * @param name as validators see it: {@code OpenAIService}, …
   * @param tasks modality to the tasks it supports, in the field's words
   */
  public record Service(String name, boolean available, Map<Modality, List<String>> tasks) {}

  /** Whether anything can make the modality. */
  public boolean canServe(Modality modality) {
    return services.stream()
        .anyMatch(
            service ->
                service.available()
                    && !service.tasks().getOrDefault(modality, List.of()).isEmpty());
  }

  /** How many of the services can be used. */
  public long available() {
    return services.stream().filter(Service::available).count();
  }
}
