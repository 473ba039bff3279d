package vn.timtin.article;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Articles as JSON objects.
 *
 * <p>Members with a meaning are {@code id}, {@code title}, {@code summary}, {@code body}, {@code
 * captions}, {@code tags}, {@code author}, {@code source}, {@code category}, {@code url} and {@code
 * publishedAt}. Any other member is kept as an attribute; those of an object named {@code
 * attributes} likewise, so that what is written can be read again. Safe for many threads.
 */
public final class ArticleJson {
  /** What an input may have at most for one article, 10 MiB; readers of inputs see to it. */
  public static final int MAX_BYTES = 10 << 20;

  private static final int MAX_DEPTH = 100;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private ArticleJson() {}

  /**
   * Reads one JSON object in UTF-8.
   *
   * @throws InvalidArticleException if it is not JSON or breaks a rule; the message names the
   *     member or the column
   */
  public static Article read(byte[] json) {
    return read(json, null);
  }

  /**
   * Reads one JSON object in UTF-8 as the article with this id, which the object may leave out.
   *
   * @throws InvalidArticleException as for {@link #read(byte[])}, and if the object has another id
   */
  public static Article read(byte[] json, @Nullable String id) {
    try (JsonParser parser = JSON.createParser(json)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw InvalidArticleException.malformed("expected a JSON object: found nothing");
      }
      if (first != JsonToken.START_OBJECT) {
        throw new InvalidArticleException("expected a JSON object: found " + kind(first));
      }
      Article article = readMembers(parser, id);
      if (parser.nextToken() != null) {
        throw InvalidArticleException.malformed(
            "expected nothing after the JSON object: found " + kind(parser.currentToken()));
      }
      return article;
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
      throw InvalidArticleException.malformed("no JSON: " + brief(e.getOriginalMessage()) + where);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /** Yields the article as one line of JSON in UTF-8, without the line end. */
  public static byte[] write(Article article) {
    var bytes = new ByteArrayOutputStream(article.body().length() * 4 / 3 + 512);
    try {
      write(article, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  /** Writes the article as one line of JSON in UTF-8, without the line end; does not close. */
  public static void write(Article article, OutputStream out) throws IOException {
    try (JsonGenerator json =
        JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      json.writeStartObject();
      json.writeStringField("id", article.id());
      json.writeStringField("title", article.title());
      writeText(json, "summary", article.summary());
      json.writeStringField("body", article.body());
      writeTexts(json, "captions", article.captions());
      writeTexts(json, "tags", article.tags());
      writeText(json, "author", article.author());
      writeText(json, "source", article.source());
      writeText(json, "category", article.category());
      writeText(json, "url", article.url());
      if (article.publishedAt() != null) {
        json.writeStringField(
            "publishedAt", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(article.publishedAt()));
      }
      if (!article.attributes().isEmpty()) {
        json.writeFieldName("attributes");
        writeValue(json, article.attributes());
      }
      json.writeEndObject();
    }
  }

  /** Yields attributes as a JSON object in UTF-8. */
  public static byte[] writeAttributes(Map<String, @Nullable Object> attributes) {
    var bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      writeValue(json, attributes);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #writeAttributes} yields. */
  public static Map<String, @Nullable Object> readAttributes(byte[] json) {
    Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      addMembers(parser, attributes);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
    return attributes;
  }

  private static Article readMembers(JsonParser parser, @Nullable String givenId)
      throws IOException {
    Article.Builder article = Article.builder();
    String id = null;
    Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "id" -> id = value == JsonToken.VALUE_NULL ? null : text(parser, name);
        case "title" -> article.title(text(parser, name));
        case "summary" -> article.summary(text(parser, name));
        case "body" -> article.body(text(parser, name));
        case "captions" -> article.captions(texts(parser, name));
        case "tags" -> article.tags(texts(parser, name));
        case "author" -> article.author(text(parser, name));
        case "source" -> article.source(text(parser, name));
        case "category" -> article.category(text(parser, name));
        case "url" -> article.url(text(parser, name));
        case "publishedAt" -> readPublishedAt(article, text(parser, name));
        case "attributes" -> {
          if (readValue(parser) instanceof Map<?, ?> members) {
            members.forEach((key, member) -> attributes.put((String) key, member));
          } else {
            throw new InvalidArticleException("attributes must be an object: " + kind(value));
          }
        }
        default -> attributes.put(UnicodeText.wellFormed(name), readValue(parser));
      }
    }
    if (givenId != null && id != null && !givenId.equals(id)) {
      throw new InvalidArticleException(
          "id must be that of the address, " + brief(givenId) + ": " + brief(id));
    }
    if (givenId != null) {
      id = givenId;
    }
    if (id != null) {
      article.id(id);
    }
    return article.attributes(attributes).build();
  }

  private static void readPublishedAt(Article.Builder article, String text) {
    if (text.isBlank()) {
      return;
    }
    try {
      article.publishedAt(PublicationTime.parse(text));
    } catch (DateTimeException e) {
      throw new InvalidArticleException(
          "publishedAt must be an ISO 8601 date or time such as 2020-08-11T09:30:00+07:00: "
              + brief(text));
    }
  }

  private static String text(JsonParser parser, String name) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getText();
      case VALUE_NULL -> "";
      default ->
          throw new InvalidArticleException(
              name + " must be a string: " + kind(parser.currentToken()));
    };
  }

  private static List<String> texts(JsonParser parser, String name) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return List.of();
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new InvalidArticleException(
          name + " must be an array of strings: " + kind(parser.currentToken()));
    }
    List<String> texts = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      texts.add(text(parser, name + "[" + texts.size() + "]"));
    }
    return texts;
  }

  /** Recursion ends at the depth that the parser allows. */
  private static @Nullable Object readValue(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        addMembers(parser, members);
        yield members;
      }
      case START_ARRAY -> {
        List<@Nullable Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          values.add(readValue(parser));
        }
        yield values;
      }
      case VALUE_STRING -> UnicodeText.wellFormed(parser.getText());
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private static void addMembers(JsonParser parser, Map<String, @Nullable Object> members)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = UnicodeText.wellFormed(parser.currentName());
      parser.nextToken();
      members.put(name, readValue(parser));
    }
  }

  private static void writeText(JsonGenerator json, String name, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(name, text);
    }
  }

  private static void writeTexts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    if (!texts.isEmpty()) {
      json.writeFieldName(name);
      writeValue(json, texts);
    }
  }

  private static void writeValue(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> members) {
      json.writeStartObject();
      for (Map.Entry<?, ?> member : members.entrySet()) {
        json.writeFieldName((String) member.getKey());
        writeValue(json, member.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> values) {
      json.writeStartArray();
      for (Object element : values) {
        writeValue(json, element);
      }
      json.writeEndArray();
    } else {
      json.writePOJO(value); // strings, numbers, booleans and null
    }
  }

  private static String kind(JsonToken token) {
    return switch (token) {
      case START_OBJECT, END_OBJECT -> "an object";
      case START_ARRAY, END_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      case VALUE_NULL -> "null";
      case FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> "something else";
    };
  }

  private static String brief(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.length() <= 120 ? line : line.substring(0, 120) + "…";
  }
}
