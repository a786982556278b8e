package org.evenhand.consolidate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the person behind an account, by the strongest evidence that finds anyone: the employee
 * number the account carries or is, its e-mail address, its name. Several people who fit equally
 * well are listed and none is chosen.
 */
final class AccountResolver {
  private final Map<String, SortedSet<Long>> byWorker = new HashMap<>();
  private final Map<String, SortedSet<Long>> byMail = new HashMap<>();
  private final Map<String, SortedSet<Long>> byName = new HashMap<>();

  /**
   * A person HR knows.
   *
   * @param name display name, null when not exported
   * @param mail work address, null when not exported
   */
  record Person(String workerId, long repKey, @Nullable String name, @Nullable String mail) {}

  /** What is known about an account: the texts it may be recognised by. */
  record Account(
      String system,
      String id,
      Collection<String> employeeNumbers,
      Collection<String> mails,
      Collection<String> names) {}

  /** How an account was matched, strongest first. */
  enum Method {
    EXPLICIT(1.0),
    EMPLOYEE_ID(0.98),
    EMAIL(0.95),
    NAME(0.8);

    private final double confidence;

    Method(double confidence) {
      this.confidence = confidence;
    }

    double confidence() {
      return confidence;
    }
  }

  /**
   * The outcome.
   *
   * @param method null when nobody fits
   * @param candidates rep_keys that fit, ascending
   */
  record Match(@Nullable Method method, List<Long> candidates) {
    static final Match NONE = new Match(null, List.of());

    String state() {
      return switch (candidates.size()) {
        case 0 -> "UNMATCHED";
        case 1 -> "MATCHED";
        default -> "AMBIGUOUS";
      };
    }
  }

  AccountResolver(Collection<Person> people) {
    for (Person person : people) {
      put(byWorker, person.workerId(), person);
      put(byMail, mail(person.mail()), person);
      put(byName, name(person.name()), person);
    }
  }

  Match resolve(Account account) {
    List<String> numbers = with(account.employeeNumbers(), account.id());
    List<String> mails = with(account.mails(), account.id());
    Match found = match(Method.EMPLOYEE_ID, byWorker, numbers);
    if (found.candidates().isEmpty()) {
      found = match(Method.EMAIL, byMail, mails.stream().map(AccountResolver::mail).toList());
    }
    if (found.candidates().isEmpty()) {
      List<String> names = with(account.names(), account.id());
      found = match(Method.NAME, byName, names.stream().map(AccountResolver::name).toList());
    }
    return found;
  }

  /** The person of a worker id, as an explicit link states it. */
  Match explicit(String workerId) {
    return match(Method.EXPLICIT, byWorker, List.of(workerId));
  }

  private static Match match(
      Method method, Map<String, SortedSet<Long>> index, Collection<String> texts) {
    SortedSet<Long> found = new TreeSet<>();
    for (String text : texts) {
      found.addAll(index.getOrDefault(text, new TreeSet<>()));
    }
    return found.isEmpty() ? Match.NONE : new Match(method, List.copyOf(found));
  }

  private static void put(Map<String, SortedSet<Long>> index, String text, Person person) {
    if (!text.isEmpty()) {
      index.computeIfAbsent(text, key -> new TreeSet<>()).add(person.repKey());
    }
  }

  private static List<String> with(Collection<String> texts, String own) {
    List<String> all = new ArrayList<>(texts);
    all.add(own);
    return all.stream().filter(Objects::nonNull).toList();
  }

  private static String mail(@Nullable String mail) {
    return mail == null || !mail.contains("@") ? "" : mail.strip().toLowerCase(Locale.ROOT);
  }

  /** Letters only, without accents, words in alphabetical order: Noël, Ana = Ana Noel. */
  private static String name(@Nullable String name) {
    if (name == null) {
      return "";
    }
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return String.join(
        " ",
        new TreeSet<>(List.of(plain.toLowerCase(Locale.ROOT).strip().split("[^\\p{L}\\p{N}]+"))));
  }
}
