// The documents of a case as printed papers, each with a code by which anyone can verify it. A paper is printed when it is first asked for and kept, so
// that whoever downloads it later has the same bytes.
#include "cases/paper_files.h"
#include "cases/deputies.h"
#include "cases/route_kit.h"
#include "collection/access_note.h"
#include "files/keep.h"
#include "files/upload.h"
#include "http/declare_route.h"
#include "papers/room.h"

namespace laoyou::cases {

namespace {

using http::Context;
using http::Incoming;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    if (end > from) lines.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return lines;
}

std::string day_words(Date day) {
  const std::string text = day.text();
  return text.substr(0, 4) + "年" + std::to_string(std::stoi(text.substr(5, 2))) + "月" + std::to_string(std::stoi(text.substr(8, 2))) + "日";
}

/// The document as a paper: whom it addresses on top, office and day below, whatever the text itself says of them.
print::Paper paper_of(const OpenCase& open, const CaseDocument& document) {
  const Date day = document.issued.beijing_day();
  print::Paper paper;
  paper.title = document.name;
  paper.issuer = document.issuer;
  paper.number = "办件编号：" + open.file.number;
  paper.signed_by = document.issuer;
  paper.signed_on = day_words(day);
  std::vector<std::string> lines = lines_of(document.text);
  while (!lines.empty() && (lines.back() == document.issuer || lines.back() == day.text())) lines.pop_back();
  if (!lines.empty() && lines.front().ends_with("：")) {
    paper.recipient = lines.front().substr(0, lines.front().size() - std::string_view("：").size());
    lines.erase(lines.begin());
  }
  for (std::string& line : lines) paper.blocks.push_back(print::Paragraph{std::move(line)});
  return paper;
}

/// A case's place for printed documents.
collection::Collection document_place() {
  collection::Collection place;
  place.record = record::record_name<CaseFile>();
  collection::FileField field = collection::papers();
  field.name = "printed";
  field.label = {"文书", "Documents"};
  place.files.push_back(std::move(field));
  return place;
}

std::string file_name(const CaseDocument& document) { return document.name + " " + document.code + ".pdf"; }

/// Prints it, keeps the file, and makes it known to whoever verifies it. Where two do so at once, the first file is the document's and the other nobody's.
Result<void> print_and_keep(Desk& desk, const files::Folder& folder, const OpenCase& open, const CaseDocument& document) {
  const print::Paper paper = paper_of(open, document);
  const papers::Issued issued = papers::print_under({desk.services.store, desk.services.random, desk.services.address_of_pages()}, paper, document.code);
  files::Upload upload(desk.services.files);
  upload.take(issued.pdf);
  const auto kept = files::attach(folder, "printed", file_name(document), upload.spool());
  if (!kept) return kept.error();
  return desk.services.store
      .write(store::Actor{0, "system", "cases.documents"},
             [&](store::Writing& writing) -> Result<void> {
               auto now = writing.find(store::Scope::country(), document.id);
               if (!now || now->printed) return {};
               now->printed = kept->id.number;
               writing.update(*now);
               papers::keep(writing, issued, paper, document.region);
               return {};
             })
      .result();
}

/// Whoever is not the applicant says what for; that is noted before anything is shown.
Result<void> note_look(Desk& desk, const Context& context, const OpenCase& open, const CaseDocument& document, const std::optional<std::string>& purpose) {
  if (!document.personal || actor_of(context.caller(), open).applicant) return {};
  if (!context.caller().powers.has(powers::Power::people_unmask)) return refuse("cases.not_to_unmask");
  if (!purpose || purpose->empty()) return at("/purpose", refuse("json.missing_field", {"purpose"}));
  return desk.services.store
      .write(journal_actor(context),
             [&](store::Writing& writing) -> Result<void> {
               writing.beyond_scope().insert(collection::AccessNote{writing.new_id<collection::AccessNote>(), open.file.region, std::string(record::record_name<CaseDocument>()), document.id.number, "text",
                                                                    *purpose, context.caller().account, writing.now()});
               return {};
             })
      .result();
}

struct Asked {
  OpenCase open;
  CaseDocument document;
};

Result<Asked> asked_document(Desk& desk, const Context& context, const CaseDocumentRequest& request) {
  return desk.services.store.read([&](store::Snapshot& snapshot) -> Result<Asked> {
    auto open = open_case(desk, snapshot, request.id);
    if (!open) return open.error();
    const auto document = snapshot.find(store::Scope::country(), Id<CaseDocument>{request.document});
    if (!as_whom(desk, snapshot, context.caller(), *open, context.now().beijing_day()) || !document || document->of_case != open->file.id) return refuse("cases.document_not_found");
    return Asked{std::move(*open), *document};
  });
}

Result<http::FileAnswer> printed(Desk& desk, Context& context, const CaseDocumentRequest& request) {
  const auto asked = asked_document(desk, context, request);
  if (!asked) return asked.error();
  if (const Result<void> noted = note_look(desk, context, asked->open, asked->document, request.purpose); !noted) return noted.error();
  const collection::Collection place = document_place();
  const files::Folder folder{desk.services.files, place, {journal_actor(context), store::Scope::country(), powers::Powers::all()}, asked->open.file.id.number};
  if (!asked->document.printed)
    if (const Result<void> done = print_and_keep(desk, folder, asked->open, asked->document); !done) return done.error();
  const auto now = desk.services.store.read([&](store::Snapshot& snapshot) { return snapshot.find(store::Scope::country(), asked->document.id); });
  auto handed = files::hand_over(folder, Id<files::File>{now && now->printed ? *now->printed : 0});
  if (!handed) return handed.error();
  context.add_header("Content-Security-Policy", "sandbox; default-src 'none'");
  return http::FileAnswer{std::move(handed->media_type), std::move(handed->name), std::move(handed->bytes)};
}

CheckedResult<VerifiedDocument> verify_document(Desk& desk, Context&, const Incoming& incoming) {
  return desk.services.store.read([&](store::Snapshot& snapshot) -> CheckedResult<VerifiedDocument> {
    const auto found = snapshot.first<CaseDocument>(store::Scope::country(), store::Filter().equals("code", field(incoming, "code")));
    if (!found) return refused({refuse("cases.document_not_found")});
    return VerifiedDocument{found->name, found->name_en, found->issued, found->digest, desk.services.region_name(found->region)};
  });
}

}  // namespace

void add_document_routes(const DeskPtr& desk, http::RouteTable& table) {
  table.push_back(http::get("/api/cases/{id}/documents/{document}", http::signed_in(), {"打印文书", "A document, printed"},
                            [desk](Context& context, const CaseDocumentRequest& request) { return printed(*desk, context, request); })
                      .heavy()
                      .never_stored()
                      .refuses(403, "cases.not_to_unmask"));
  table.push_back(route(desk, http::Verb::get, "/api/public/documents", http::open_to_all(), {"核验文书", "Verify a document"}, {asked("code", "核验码", "Code", true)}, verify_document));
}

}  // namespace laoyou::cases
