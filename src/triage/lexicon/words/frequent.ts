/**
 * Frequent words that tell Hinglish from English; spellings that both have (`to`, `me`, `main`, `the`, `is`, `in`) are left
 * out of both. They carry no meaning for the score.
 */
export const HINGLISH_COMMON = words(`
hai hain h hu hoon hun tha thi ho hua hui hue hota hoti hote hoga hogi honge raha rahe rahi rha rhe rhi gaya gayi gaye gya gyi gye
ka ki ke ko se mein mai mei ne par pe pr aur or nd bhi bhe nahi nahin nhi nai ni na mat kya kyu kyun kyon kab kaha kahan kaise kaun kisi kis
ye yeh wo woh vo us un uska uski uske unka unki unke usko unko usne unhone iska iski iske isko inko inka inhone jo jab jaha jis jisme jiska
mera meri mere mujhe mujhko mujhse hum ham hamara hamari hamare hame humko hamko tum tu aap aapka aapki aapke apna apni apne sab sabhi kuch kch koi
kar kr karo kare karke krke karna karne karta karti karte kiya kiye kijiye diya diye dijiye de do dena dene liya liye le lo lena lene ja jao jana jane jata
aa aao aaya aayi aaye aana aane wala wali wale waale waha wahan yaha yahan idhar udhar yahin wahin bahut bohot bhot bht zyada jyada kam thoda thodi
abhi ab aaj kal subah shaam raat din baje tak saath sath liye lekin magar agar toh phir fir bas sirf keval hi
ghar gaon gaav log logo ladka ladki bhai behan beti beta pati patni maa pita papa baat kaam paise paisa gadi sadak
sir ji sahab krpya kripya madad police thana jaldi turant dhyan karwai bilkul haan han nahi accha acha theek thik sahi galat
chahiye chahie sakta sakti sakte milna mila mili mile milta bata batao bolo bola boli bol kaha kehna kehte dekho dekh dekha suno suna
aise waise jaise itna utna kitna pehle pahle baad bad andar bahar upar niche neeche saamne samne peeche yaar yr bhaiya didi
hota lagta lag laga lagi lage chal chala chali chalo rakha rakhi rakhe wajah karan sarkar desh logon unhe inhe jinhe khud apko apse
`)

export const ENGLISH_COMMON = words(`
a an and are was were been being has have had having do does did done will would shall should can could may might must
i my mine myself we our ours you your yours she her hers him his it its they them their theirs this that these those who whom whose which what when where why how
of for with from by about against between into through during before after above below out off over under again further then once here there all any both each few more most other some such
no nor not only own same so than too very just don now if or because as until while at on up down
please help need want get got give given take taken make made go going gone come coming came see saw seen know known think say said tell told ask asked
one two three four five first last new old good bad great high low small large big long short right left next early late
people person man men woman women boy girl child day night today tomorrow yesterday morning evening week month year time hour minute ago since still already yet ever never always
house home road street area near outside inside back front side place city state country police station complaint action officer sir madam request kindly urgent
it's don't can't won't i'm isn't didn't doesn't wasn't
work job school office phone call number name money bank account car bus bike train water power light fire public government life world thing way lot
everyone everything someone something anyone anything nothing nobody every many much little another well also even really however though although around without within
able being best better between case class come community company could course dear different done due end every fact feel find follow found full game getting
happened happening hope important keep kind last let like line live long look looking lost love made major matter mean meet member move must near needs
open order part party pay plan play please point possible post problem public put question read ready real reason report right road run same
send service set show since start stop story student support sure system talk team thank thanks thing think today together true try trying turn under understand use used using video wait
waiting walk watch week went while win wish woman words write wrong young today's
dubai hotel online offline update link photo video message reply from the his her their our your with have this will that which would there
`)

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u))
}
