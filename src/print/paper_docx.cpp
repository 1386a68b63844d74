#include "print/paper_docx.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/check.h"
#include "print/docx_styles.h"
#include "print/drawing_file.h"
#include "print/qr_code.h"
#include "print/zip_archive.h"

namespace laoyou::print {
namespace {

constexpr double k_pt_per_mm = 72 / 25.4;
constexpr double k_dots_per_inch = 200;  // a picture on paper is sharp from here on
const std::string k_xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
const std::string k_spaces =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";
const std::string k_relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string escaped(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    if (c == '&') safe += "&amp;";
    else if (c == '<') safe += "&lt;";
    else if (c == '>') safe += "&gt;";
    else if (c == '"') safe += "&quot;";
    else if (static_cast<unsigned char>(c) >= ' ' || c == '\t') safe += c;
  }
  return safe;
}

std::string run(const std::string& text) { return "<w:r><w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r>"; }

std::string paragraph_of(const std::string& style, const std::string& inside) { return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + inside + "</w:p>"; }

/// Line ends begin new paragraphs.
std::string paragraphs(const std::string& style, const std::string& text) {
  std::string all;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    all += paragraph_of(style, run(text.substr(from, end - from)));
    from = end + 1;
  }
  return all;
}

/// Writes the body block by block and gathers the pictures it shows.
class Writer {
 public:
  explicit Writer(const PaperLayout& layout) : width_pt_(layout.text_width_mm * k_pt_per_mm) {}

  std::string body;
  std::vector<std::string> pictures;  ///< PNG; the first is rIdPicture1

  void operator()(const Heading& heading) { body += paragraphs(heading.level == 1 ? "Heading1" : "Heading2", heading.text); }
  void operator()(const Paragraph& paragraph) { body += paragraphs("Normal", paragraph.text); }

  void operator()(const Table& table) {
    const std::vector<long> widths = column_widths(table);
    body += "<w:tbl><w:tblPr><w:tblW w:w=\"" + std::to_string(std::accumulate(widths.begin(), widths.end(), 0L)) + "\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders>";
    for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"}) body += std::string("<w:") + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>";
    body += "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>";
    for (const long width : widths) body += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
    body += "</w:tblGrid>";
    row(table.head, widths, "CellHead", "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (const std::vector<std::string>& texts : table.rows) row(texts, widths, "Cell", "<w:trPr><w:cantSplit/></w:trPr>");
    body += "</w:tbl>" + paragraph_of("Cell", "");  // two tables without a paragraph between them would be one
  }

  void operator()(const Figure& figure) {
    const double scale = std::min(1.0, width_pt_ / figure.drawing.width_pt);
    body += paragraph_of("Picture", picture(drawing_png(figure.drawing, k_dots_per_inch), figure.drawing.width_pt * scale, figure.drawing.height_pt * scale, figure.caption));
    if (!figure.caption.empty()) body += paragraphs("Caption", figure.caption);
  }

  /// A picture in a line of text.
  std::string picture(std::string png, double width_pt, double height_pt, const std::string& words) {
    constexpr double k_emu_per_pt = 12'700;
    pictures.push_back(std::move(png));
    const std::string number = std::to_string(pictures.size());
    const std::string size = "cx=\"" + std::to_string(std::lround(width_pt * k_emu_per_pt)) + "\" cy=\"" + std::to_string(std::lround(height_pt * k_emu_per_pt)) + "\"";
    return "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent " + size + "/><wp:docPr id=\"" + number + "\" name=\"picture" + number + "\" descr=\"" + escaped(words) +
           "\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"" + number + "\" name=\"picture" + number +
           "\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rIdPicture" + number +
           "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext " + size +
           "/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
  }

 private:
  std::vector<long> column_widths(const Table& table) const {
    std::vector<double> shares = table.widths;
    if (shares.empty()) shares.assign(table.head.size(), 1);
    CHECK(shares.size() == table.head.size());
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    std::vector<long> widths;
    for (const double share : shares) widths.push_back(twips(width_pt_ * share / sum));
    return widths;
  }

  void row(const std::vector<std::string>& texts, const std::vector<long>& widths, const std::string& style, const std::string& shape) {
    CHECK(texts.size() == widths.size());
    body += "<w:tr>" + shape;
    for (std::size_t column = 0; column < texts.size(); ++column)
      body += "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(widths[column]) + "\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>" + paragraphs(style, texts[column]) + "</w:tc>";
    body += "</w:tr>";
  }

  double width_pt_;
};

void write_head(const Paper& paper, Writer& writer) {
  if (!paper.issuer.empty()) {
    writer.body += paragraphs("PaperMark", paper.issuer);
    writer.body += paragraphs("PaperNumber", paper.number);
  }
  writer.body += paragraphs("Title", paper.title);
  writer.body += paper.recipient.empty() ? paragraph_of("Normal", "") : paragraphs("Recipient", paper.recipient + "：");
}

void write_end(const Paper& paper, Writer& writer) {
  if (!paper.signed_by.empty() || !paper.signed_on.empty()) writer.body += paragraph_of("Normal", "") + paragraphs("Signature", paper.signed_by) + paragraphs("Signature", paper.signed_on);
  if (!paper.verify_address) return;
  constexpr double k_side_pt = 25 * k_pt_per_mm;
  writer.body += paragraph_of("Picture", writer.picture(qr_png(qr_code(*paper.verify_address)), k_side_pt, k_side_pt, paper.verify_words));
  writer.body += paragraphs("Caption", paper.verify_words + "\n" + *paper.verify_address);
}

/// A page's number as official papers have it: odd pages at the right, even ones at the left.
std::string footer(const PaperLayout& layout, const char* side) {
  const std::string size = "<w:rPr><w:sz w:val=\"" + std::to_string(std::lround(layout.page_number_pt * 2)) + "\"/></w:rPr>";
  const std::string one = std::to_string(twips(layout.page_number_pt));
  return k_xml + "<w:ftr" + k_spaces + "><w:p><w:pPr><w:ind w:firstLineChars=\"0\" w:firstLine=\"0\" w:left=\"" + one + "\" w:right=\"" + one + "\"/><w:jc w:val=\"" + side + "\"/></w:pPr><w:r>" + size +
         "<w:t xml:space=\"preserve\">— </w:t></w:r><w:fldSimple w:instr=\" PAGE \"><w:r>" + size + "<w:t>1</w:t></w:r></w:fldSimple><w:r>" + size + "<w:t xml:space=\"preserve\"> —</w:t></w:r></w:p></w:ftr>";
}

std::string example_header() {
  return k_xml + "<w:hdr" + k_spaces + "><w:p><w:pPr><w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:color w:val=\"808080\"/></w:rPr><w:t>样本</w:t></w:r></w:p></w:hdr>";
}

std::string relations(std::size_t pictures, bool example) {
  const auto relation = [](const std::string& id, const std::string& type, const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + k_relation + type + "\" Target=\"" + target + "\"/>";
  };
  std::string all = k_xml + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relation("rIdStyles", "styles", "styles.xml") +
                    relation("rIdSettings", "settings", "settings.xml") + relation("rIdOdd", "footer", "footer1.xml") + relation("rIdEven", "footer", "footer2.xml");
  if (example) all += relation("rIdHeader", "header", "header1.xml");
  for (std::size_t picture = 1; picture <= pictures; ++picture) all += relation("rIdPicture" + std::to_string(picture), "image", "media/picture" + std::to_string(picture) + ".png");
  return all + "</Relationships>";
}

std::string content_types(bool example) {
  const auto part = [](const std::string& name, const std::string& type) {
    return "<Override PartName=\"/word/" + name + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml." + type + "+xml\"/>";
  };
  return k_xml + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                 "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>" +
         part("document", "document.main") + part("styles", "styles") + part("settings", "settings") + part("footer1", "footer") + part("footer2", "footer") + (example ? part("header1", "header") : "") +
         "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";
}

std::string root_relations() {
  return k_xml + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"" + k_relation +
         "officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>";
}

std::string core(const std::string& title) {
  return k_xml + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" + escaped(title) +
         "</dc:title><dc:creator>laoyou</dc:creator></cp:coreProperties>";
}

}  // namespace

std::string paper_docx(const Paper& paper, const PaperLayout& layout) {
  Writer writer(layout);
  write_head(paper, writer);
  for (const Block& block : paper.blocks) std::visit([&](const auto& each) { writer(each); }, block);
  write_end(paper, writer);
  const std::string section = docx_section(layout, "rIdOdd", "rIdEven", paper.example ? "rIdHeader" : "");
  std::vector<ZipEntry> entries{
      {"[Content_Types].xml", content_types(paper.example)},
      {"_rels/.rels", root_relations()},
      {"docProps/core.xml", core(paper.title)},
      {"word/document.xml", k_xml + "<w:document" + k_spaces + "><w:body>" + writer.body + section + "</w:body></w:document>"},
      {"word/_rels/document.xml.rels", relations(writer.pictures.size(), paper.example)},
      {"word/styles.xml", docx_styles(layout)},
      {"word/settings.xml", k_xml + "<w:settings" + k_spaces + "><w:evenAndOddHeaders/></w:settings>"},
      {"word/footer1.xml", footer(layout, "right")},
      {"word/footer2.xml", footer(layout, "left")},
  };
  if (paper.example) entries.push_back({"word/header1.xml", example_header()});
  for (std::size_t picture = 0; picture < writer.pictures.size(); ++picture) entries.push_back({"word/media/picture" + std::to_string(picture + 1) + ".png", std::move(writer.pictures[picture])});
  return write_zip(entries);
}

}  // namespace laoyou::print
