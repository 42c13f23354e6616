// Languages: ISO 639-1 (a hyphen where there is none), ISO 639-3 and a usual English name, one a line, by name: those
// of ISO 639-1 that somebody speaks, and others that are met at borders, sign languages among them.

let languageLines = """
  ab abk Abkhazian
  - acr Achi
  aa aar Afar
  af afr Afrikaans
  ak aka Akan
  - mim Alacatlatzala Mixtec
  sq sqi Albanian
  - arq Algerian Arabic
  - ase American Sign Language
  am amh Amharic
  ar ara Arabic
  an arg Aragonese
  hy hye Armenian
  as asm Assamese
  av ava Avaric
  - agu Awakateko
  - quy Ayacucho Quechua
  ay aym Aymara
  az aze Azerbaijani
  bm bam Bambara
  bn ben Bangla
  - bci Baoule
  ba bak Bashkir
  eu eus Basque
  be bel Belarusian
  - bho Bhojpuri
  bi bis Bislama
  bs bos Bosnian
  - bzs Brazilian Sign Language
  br bre Breton
  bg bul Bulgarian
  my mya Burmese
  - wes Cameroon Pidgin
  - yue Cantonese
  ca cat Catalan
  - ceb Cebuano
  - ckb Central Kurdish
  - maz Central Mazahua
  - tar Central Tarahumara
  ch cha Chamorro
  ce che Chechen
  - hne Chhattisgarhi
  - qug Chimborazo Quichua
  zh zho Chinese
  - ctu Chol
  - cac Chuj
  cv chv Chuvash
  - csn Colombian Sign Language
  - swc Congo Swahili
  kw cor Cornish
  co cos Corsican
  cr cre Cree
  hr hrv Croatian
  - csf Cuba Sign Language
  - quz Cusco Quechua
  cs ces Czech
  da dan Danish
  - prs Dari
  dv div Dhivehi
  nl nld Dutch
  - dyu Dyula
  dz dzo Dzongkha
  - nhe Eastern Huasteca Nahuatl
  - ecs Ecuadorian Sign Language
  - arz Egyptian Arabic
  en eng English
  et est Estonian
  ee ewe Ewe
  fo fao Faroese
  fj fij Fijian
  - fil Filipino
  fi fin Finnish
  - fon Fon
  fr fra French
  ff ful Fula
  - gaa Ga
  gl glg Galician
  lg lug Ganda
  - cab Garifuna
  ka kat Georgian
  de deu German
  el ell Greek
  kl kal Greenlandic
  gn grn Guarani
  - gsm Guatemalan Sign Language
  - amu Guerrero Amuzgo
  gu guj Gujarati
  - cuk Guna
  ht hat Haitian Creole
  - hak Hakka Chinese
  ha hau Hausa
  he heb Hebrew
  hz her Herero
  hi hin Hindi
  ho hmo Hiri Motu
  - hmn Hmong
  - hds Honduras Sign Language
  hu hun Hungarian
  - ibb Ibibio
  is isl Icelandic
  ig ibo Igbo
  id ind Indonesian
  iu iku Inuktitut
  ik ipk Inupiaq
  ga gle Irish
  it ita Italian
  - ixl Ixil
  ja jpn Japanese
  jv jav Javanese
  - quc K'iche'
  kn kan Kannada
  kr kau Kanuri
  - cak Kaqchikel
  ks kas Kashmiri
  kk kaz Kazakh
  km khm Khmer
  ki kik Kikuyu
  - kmb Kimbundu
  rw kin Kinyarwanda
  kv kom Komi
  kg kon Kongo
  ko kor Korean
  - kri Krio
  kj kua Kuanyama
  ku kur Kurdish
  ky kir Kyrgyz
  lo lao Lao
  lv lav Latvian
  - apc Levantine Arabic
  li lim Limburgan
  ln lin Lingala
  lt lit Lithuanian
  lu lub Luba-Katanga
  - lua Luba-Lulua
  - luo Luo
  lb ltz Luxembourgish
  mk mkd Macedonian
  - mai Maithili
  mg mlg Malagasy
  ms msa Malay
  ml mal Malayalam
  mt mlt Maltese
  - mam Mam
  - cmn Mandarin Chinese
  - mnk Mandinka
  gv glv Manx
  mi mri Maori
  mr mar Marathi
  mh mah Marshallese
  - men Mende
  - mfs Mexican Sign Language
  - ote Mezquital Otomi
  - nan Min Nan Chinese
  - miq Miskito
  mn mon Mongolian
  - ary Moroccan Arabic
  - mos Mossi
  na nau Nauru
  nv nav Navajo
  ng ndo Ndonga
  ne nep Nepali
  - gym Ngabere
  - ncs Nicaraguan Sign Language
  - pcm Nigerian Pidgin
  nd nde North Ndebele
  - kmr Northern Kurdish
  se sme Northern Sami
  no nor Norwegian
  nb nob Norwegian Bokmal
  nn nno Norwegian Nynorsk
  ny nya Nyanja
  oc oci Occitan
  or ori Odia
  oj oji Ojibwa
  om orm Oromo
  os oss Ossetian
  ps pus Pashto
  fa fas Persian
  - pes Persian of Iran
  - prl Peruvian Sign Language
  - pdt Plautdietsch
  pl pol Polish
  - jac Popti'
  - poc Poqomam
  - poh Poqomchi'
  pt por Portuguese
  pa pan Punjabi
  - tsz Purepecha
  - kjb Q'anjob'al
  - kek Q'eqchi'
  qu que Quechua
  ro ron Romanian
  rm roh Romansh
  - rom Romany
  rn run Rundi
  ru rus Russian
  - esn Salvadoran Sign Language
  sm smo Samoan
  sg sag Sango
  sc srd Sardinian
  gd gla Scottish Gaelic
  sr srp Serbian
  sh hbs Serbo-Croatian
  - srr Serer
  sn sna Shona
  - jiv Shuar
  sd snd Sindhi
  si sin Sinhala
  sk slk Slovak
  sl slv Slovenian
  so som Somali
  - snk Soninke
  nr nbl South Ndebele
  st sot Southern Sotho
  es spa Spanish
  su sun Sundanese
  sw swa Swahili
  ss ssw Swati
  sv swe Swedish
  tl tgl Tagalog
  ty tah Tahitian
  tg tgk Tajik
  ta tam Tamil
  tt tat Tatar
  te tel Telugu
  th tha Thai
  bo bod Tibetan
  ti tir Tigrinya
  - tem Timne
  - toj Tojolabal
  - tpi Tok Pisin
  to ton Tonga
  - ttj Tooro
  ts tso Tsonga
  tn tsn Tswana
  tr tur Turkish
  tk tuk Turkmen
  tw twi Twi
  - tzj Tz'utujil
  - tzh Tzeltal
  - tzo Tzotzil
  uk ukr Ukrainian
  - umb Umbundu
  ur urd Urdu
  ug uig Uyghur
  uz uzb Uzbek
  ve ven Venda
  - vsl Venezuelan Sign Language
  vi vie Vietnamese
  - rmy Vlax Romani
  wa wln Walloon
  - guc Wayuu
  cy cym Welsh
  fy fry Western Frisian
  wo wol Wolof
  - wuu Wu Chinese
  xh xho Xhosa
  ii iii Yi
  yi yid Yiddish
  yo yor Yoruba
  - yua Yucateco
  - zap Zapotec
  za zha Zhuang
  zu zul Zulu
  """
