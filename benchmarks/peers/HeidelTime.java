// Lines of "FILE<tab>DAY" on standard input -> FILE.tml for each: HeidelTime's TimeML.
//
//   java -cp de.unihd.dbs.heideltime.standalone.jar HeidelTime.java config.props < files

import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;

class HeidelTime {
  public static void main(String[] arguments) throws Exception {
    var annotator =
        new HeidelTimeStandalone(
            Language.ENGLISH,
            DocumentType.NEWS,
            OutputType.TIMEML,
            arguments[0],
            POSTagger.TREETAGGER);
    var lines = new BufferedReader(new InputStreamReader(System.in));
    for (String line; (line = lines.readLine()) != null; ) {
      var given = line.split("\t");
      var text = Files.readString(Path.of(given[0]));
      var day = new SimpleDateFormat("yyyy-MM-dd").parse(given[1]);
      Files.writeString(Path.of(given[0] + ".tml"), annotator.process(text, day));
    }
  }
}
