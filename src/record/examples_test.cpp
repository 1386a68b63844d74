#include "record/examples_test.h"

#include "record/dictionary.h"

namespace laoyou::record::example {
namespace {

constexpr std::string_view k_rows = R"(record,field,zh,en,unit,source,privacy,mask
*,street,街道,Street,,,open,
*,floor,楼层,Floor,层,,open,
*,beds,床位数,Beds,张,GB/T 37276-2018,open,
*,open,在营,Open,,,open,
*,longitude,经度,Longitude,度,,open,
*,share,占比,Share,%,,open,
*,fee,月收费,Monthly fee,元,,open,
*,founded,成立日期,Founded,,,open,
*,period,周期,Period,,,open,
*,care,类型,Kind of care,,,open,
*,closed,停业日期,Closed,,,open,
*,remark,备注,Remark,,,open,
*,tags,标签,Tags,,,open,
*,cares,服务,Services,,,open,
*,address,地址,Address,,,open,
*,branch,分部,Branch,,,open,
*,fees,收费项目,Fees,,,open,
*,visits,探访数,Visits,次,,open,
*,stay,时长,Stay,分钟,,open,
*,seen,更新时刻,Seen,,,open,
*,credit_code,统一社会信用代码,Credit code,,GB 32100-2015,open,
*,head,负责人身份证号,Head's identity number,,GB 11643-1999,open,id_number
example_fee,item,项目,Item,,,open,
example_fee,amount,金额,Amount,元,,open,
example_fee,until,截至,Until,,,open,
example_care,nursery,托育机构,Nursery,,,,
example_care,nursing_home,养老机构,Nursing home,,,,
example_elder,title,称谓,Title,,,internal,
example_elder,name,姓名,Name,,,personal,name
example_elder,phone,电话,Phone,,,personal,phone
example_elder,id_number,身份证号,Identity number,,GB 11643-1999,sensitive,id_number
example_elder,home,住址,Home,,,personal,address
example_elder,income,收入,Income,元,,sensitive,all
example_elder,illness,疾病,Illness,,,sensitive,all
example_elder,allergies,过敏,Allergies,,,sensitive,all
example_elder,address,户籍地址,Registered address,,,personal,all
example_elder,password,口令,Password,,,secret,
example_household,elders,老人,Elders,,,open,
example_tree,branches,枝,Branches,,,open,
)";

}  // namespace

bool describe_examples() {
  static const bool once = (extend_dictionary(k_rows), true);
  return once;
}

Elder an_elder() {
  Elder elder;
  elder.title = "奶奶";
  elder.name = "王秀英";
  elder.phone = "13800001234";
  elder.id_number = IdNumber::parse("11010519491231002X").value();
  elder.home = "广西柳州市城中区文昌路66号";
  elder.income = 3271;
  elder.illness = "高血压";
  elder.allergies = {"青霉素", "花生"};
  elder.address = {"龙城路", 2, RegionCode::parse("450202001000").value()};
  elder.password = "龙潭公园1949";
  return elder;
}

Institution an_institution() {
  Institution all;
  all.id.number = 7'234'567'890'123'456'789;
  all.name = "龙潭护理院";
  all.credit_code = CreditCode::parse("91350100M000100Y43").value();
  all.head = IdNumber::parse("440524188001010014").value();
  all.address.street = "龙潭路";
  return all;
}

}  // namespace laoyou::record::example
