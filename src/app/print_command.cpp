#include "app/print_command.h"

#include <boost/json.hpp>
#include <ostream>

#include "app/engine_command.h"
#include "base/messages.h"
#include "print/fill_docx.h"
#include "print/paper_docx.h"
#include "print/paper_json.h"
#include "print/paper_pdf.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_usage =
    "用法：laoyou print fill 模板.docx 内容.json 输出.docx    把内容填入单位自己的模板\n"
    "      laoyou print paper 公文.json 输出.pdf|输出.docx    按公文格式排版\n"
    "模板写法：{{名称}}；表格一行内的 {{#列表}}…{{/列表}} 逐条重复该行，单独成段时重复其间各段；{{^列表}}…{{/列表}} 在没有内容时保留；{{qr:名称}} 为二维码\n";

int usage(std::ostream& err) {
  err << k_usage;
  return 2;
}

Result<boost::json::object> read_object(const std::string& path) {
  const Result<std::string> text = read_whole_file(path);
  if (!text) return text.error();
  boost::system::error_code malformed;
  const boost::json::value value = boost::json::parse(*text, malformed);
  if (malformed || !value.is_object()) return at(path, refuse("print.not_an_object"));
  return value.as_object();
}

int write(const std::string& path, const std::string& bytes, std::ostream& err) {
  const Result<void> written = write_whole_file(path, bytes);
  return written ? 0 : say_refused({written.error()}, err);
}

int fill(const std::vector<std::string>& words, std::ostream& out, std::ostream& err) {
  const Result<std::string> document = read_whole_file(words[1]);
  const Result<boost::json::object> values = read_object(words[2]);
  if (!document) return say_refused({document.error()}, err);
  if (!values) return say_refused({values.error()}, err);
  const CheckedResult<std::string> filled = print::fill_docx(*document, *values);
  if (!filled) return say_refused(filled.error(), err);
  if (const int failed = write(words[3], *filled, err); failed != 0) return failed;
  out << words[3] << "\n";
  return 0;
}

int paper(const std::vector<std::string>& words, std::ostream& out, std::ostream& err) {
  const Result<boost::json::object> described = read_object(words[1]);
  if (!described) return say_refused({described.error()}, err);
  const CheckedResult<print::Paper> read = print::read_paper(*described);
  if (!read) return say_refused(read.error(), err);
  if (words[2].ends_with(".docx")) {
    const int failed = write(words[2], print::paper_docx(*read, print::official_layout()), err);
    if (failed == 0) out << words[2] << "\n";
    return failed;
  }
  const print::PrintedPaper printed = print::print_paper(*read, print::official_layout());
  if (const int failed = write(words[2], printed.pdf, err); failed != 0) return failed;
  out << words[2] << "（" << printed.pages << " 页）\n";
  return 0;
}

}  // namespace

int print_command(Words words, std::istream&, std::ostream& out, std::ostream& err) {
  const Result<Options> options = Options::read(words, {}, {"help"});
  if (!options) return say_refused({options.error()}, err), usage(err);
  const std::vector<std::string>& asked = options->words();
  if (options->has("help")) return usage(out), 0;
  if (asked.size() == 4 && asked[0] == "fill") return fill(asked, out, err);
  if (asked.size() == 3 && asked[0] == "paper") return paper(asked, out, err);
  return usage(err);
}

}  // namespace laoyou::app
