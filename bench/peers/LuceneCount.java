import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The same work as `rasid keywords` with Lucene: tokenise, normalise and stem by its ArabicAnalyzer, count every term
 * with its document frequency, print the twenty commonest. One argument: the folder of pages.
 */
public final class LuceneCount {
  private static final class Counts {
    int tokens;
    int documents;
    int lastDocument = -1;
  }

  public static void main(String[] arguments) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> folder = Files.newDirectoryStream(Paths.get(arguments[0]), "*.txt")) {
      folder.forEach(files::add);
    }
    files.sort(null);
    Map<String, Counts> terms = new HashMap<>(1 << 16);
    long tokens = 0;
    try (Analyzer analyzer = new ArabicAnalyzer()) {
      for (int document = 0; document < files.size(); document++) {
        tokens += count(analyzer, Files.readString(files.get(document)), document, terms);
      }
    }
    System.out.println(tokens + " tokens, " + terms.size() + " terms");
    terms.entrySet().stream()
        .sorted((left, right) -> right.getValue().tokens - left.getValue().tokens)
        .limit(20)
        .forEach(e -> System.out.println(e.getKey() + "\t" + e.getValue().tokens + "\t" + e.getValue().documents));
  }

  private static long count(Analyzer analyzer, String text, int document, Map<String, Counts> terms)
      throws IOException {
    long tokens = 0;
    try (TokenStream stream = analyzer.tokenStream("text", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        Counts counts = terms.computeIfAbsent(term.toString(), key -> new Counts());
        counts.tokens++;
        if (counts.lastDocument != document) {
          counts.lastDocument = document;
          counts.documents++;
        }
        tokens++;
      }
      stream.end();
    }
    return tokens;
  }
}
